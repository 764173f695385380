import { useState } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import type { Reader } from '#shared/documents/reader.ts';
import type { DocumentRecord } from '#shared/documents/record.ts';
import { location } from '#shared/modules/location/module.ts';
import { namePieces, unnamedPieces } from '#shared/modules/opening/rules.ts';
import type { Product } from '#shared/modules/product/module.ts';
import { piecesOnHand } from '#shared/modules/product/piece-rules.ts';
import { useLive } from '#renderer/book/use-live.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { PieceLinks } from '#renderer/desk/pieces/PieceLinks.tsx';
import { PiecesDialog } from '#renderer/desk/pieces/PiecesDialog.tsx';
import { useAct } from '#renderer/desk/use-act.ts';
import { ActionButton } from '#renderer/ui/ActionButton.tsx';
import { notify } from '#renderer/ui/notify.tsx';
import { RefusalView } from '#renderer/ui/RefusalView.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import classes from './ProductPage.module.css';

interface Place {
  id: string;
  name: string;
  serials: string[];
  /** Pieces without a number: they lay here before the product had any. */
  unnamed: number;
}

/** Numbers of the pieces on hand, place by place; nothing for goods whose pieces have none. */
export function ProductPieces({ record }: { record: DocumentRecord<Product> }) {
  const { t } = useTranslation();
  const { holds } = useDesk();
  const { act, refusal, clear } = useAct();
  const [naming, setNaming] = useState<Place | null>(null);
  const tracking = record.body.tracking ?? 'none';
  const found = useLive(
    (read) => (tracking === 'none' ? Promise.resolve([]) : readPlaces(read, record.id)),
    ['pieces', record.id, tracking],
  );
  if (tracking === 'none' || found.state !== 'ready') return null;
  const places = found.value;
  const all = places.reduce((sum, { serials }) => sum + serials.length, 0);
  const name = async (place: Place, serials: string[]) => {
    if (await act(namePieces(record.id, place.id, serials))) notify.done(t('pieces.stock.done'));
  };
  return (
    <Section title={t('pieces.stock.title')} hint={t('pieces.stock.hint', { count: all })} flush>
      {refusal && <RefusalView refusal={refusal} />}
      <div className={classes.scroll}>
        <table className={classes.table}>
          <tbody>
            {places.map((place) => (
              <tr key={place.id}>
                <td className={classes.dim}>{place.name}</td>
                <td>
                  <PieceLinks product={record.id} serials={place.serials} />
                  {place.serials.length === 0 && place.unnamed === 0 && t('pieces.stock.none')}
                  {place.unnamed > 0 && (
                    <span className={classes.low}>{t('pieces.stock.lacking', { count: place.unnamed, place: place.name })}</span>
                  )}
                </td>
                <td className={classes.right}>
                  {place.unnamed > 0 && holds('warehouse', 'manager', 'finance') && (
                    <ActionButton size="compact-xs" variant="default" onAct={() => setNaming(place)}>
                      {t('pieces.stock.name')}
                    </ActionButton>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {naming && (
        <PiecesDialog
          name={record.title}
          tracking={tracking}
          wanted={naming.unnamed}
          value={[]}
          onChange={(serials) => {
            clear();
            if (serials.length > 0) void name(naming, serials);
          }}
          onClose={() => setNaming(null)}
        />
      )}
    </Section>
  );
}

async function readPlaces(read: Reader, product: string): Promise<Place[]> {
  const places = (await read.all({ kind: location.kind })).rows;
  const rows = await Promise.all(
    places.map(async ({ id, title, status }) => ({
      id,
      name: title,
      isOpen: status === 'open',
      serials: await piecesOnHand(read, product, id),
      unnamed: await unnamedPieces(read, product, id),
    })),
  );
  return rows.filter(({ isOpen, serials, unnamed }) => isOpen || serials.length > 0 || unnamed > 0);
}
