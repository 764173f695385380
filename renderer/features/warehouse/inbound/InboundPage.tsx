import { useTranslation } from '#renderer/ui/i18n.ts';
import { lineAmount } from '#shared/core/money.ts';
import { mayAct } from '#shared/documents/act.ts';
import type { DocumentRecord } from '#shared/documents/record.ts';
import { readAs } from '#shared/documents/step.ts';
import { inbound, type Inbound } from '#shared/modules/inbound/module.ts';
import { reverseInbound } from '#shared/modules/inbound/rules.ts';
import { useLive } from '#renderer/book/use-live.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { useAct } from '#renderer/desk/use-act.ts';
import { PieceLinks } from '#renderer/desk/pieces/PieceLinks.tsx';
import { useAddressPart } from '#renderer/desk/use-address.ts';
import { useWords } from '#renderer/desk/words.ts';
import { ActionButton } from '#renderer/ui/ActionButton.tsx';
import { askReason } from '#renderer/ui/ask.tsx';
import { Empty } from '#renderer/ui/Empty.tsx';
import { Money } from '#renderer/ui/Money.tsx';
import { Quantity } from '#renderer/ui/Quantity.tsx';
import { RefusalView } from '#renderer/ui/RefusalView.tsx';
import { StateView } from '#renderer/ui/StateView.tsx';
import classes from '../dispatch/DispatchPage.module.css';
import { KeptPicture } from '#renderer/desk/KeptPicture.tsx';
import { PageLink } from '../PageLink.tsx';
import { SlipPage } from '../SlipPage.tsx';

interface Entry {
  slip: DocumentRecord<Inbound>;
  location: string;
}

/** One stock entry; taken back by somebody else than who made it. */
export function InboundPage() {
  const { t } = useTranslation();
  const id = useAddressPart('id');
  const found = useLive(
    async (read): Promise<Entry | null> => {
      const slip = await readAs(read, inbound, id);
      return slip && { slip, location: (await read.get(slip.body.location))?.title ?? '' };
    },
    ['inbound', id],
  );
  return (
    <StateView of={found} isEmpty={(value) => value === null} empty={<Empty title={t('warehouse.inbound.missing')} />}>
      {(value) => value && <Shown key={value.slip.id} {...value} />}
    </StateView>
  );
}

function Shown({ slip, location }: Entry) {
  const { t } = useTranslation();
  const { actor } = useDesk();
  const words = useWords();
  const { act, refusal } = useAct();
  const { body } = slip;
  const allowed = mayAct(inbound, slip, 'reversed', actor);
  const reverse = async () => {
    const reason = await askReason({
      title: t('warehouse.inbound.reverseTitle', { no: slip.no }),
      message: t('warehouse.inbound.reverseText'),
      confirm: t('warehouse.inbound.reverse'),
      danger: true,
    });
    if (reason !== null) await act(reverseInbound(slip.id, reason));
  };
  const isOwn = !allowed.ok && allowed.refusal.code === 'MustBeAnother';
  return (
    <SlipPage
      module={inbound}
      slip={slip}
      title={words.value('type', body.type)}
      subtitle={[slip.no, body.from].filter(Boolean).join(' · ')}
      paper="inbound-slip"
      actions={
        (allowed.ok || isOwn) && (
          <ActionButton variant="default" color="red" onAct={reverse} blocked={isOwn ? t('warehouse.inbound.reverseOther') : undefined}>
            {t('warehouse.inbound.reverse')}
          </ActionButton>
        )
      }
      step={refusal && <RefusalView refusal={refusal} />}
      lines={{
        title: t('warehouse.inbound.lines'),
        table: (
          <table className={classes.table}>
            <thead>
              <tr>
                <th>{t('warehouse.inbound.product')}</th>
                <th className={classes.right}>{t('warehouse.inbound.quantity')}</th>
                <th className={classes.right}>{t('warehouse.inbound.cost')}</th>
                <th className={classes.right}>{t('warehouse.inbound.amount')}</th>
              </tr>
            </thead>
            <tbody>
              {body.lines.map((line, index) => (
                // oxlint-disable-next-line react/no-array-index-key -- lines of a committed paper never move
                <tr key={index}>
                  <td>
                    <PageLink to={`/products/${line.product}`}>{[line.name, line.spec].filter(Boolean).join(' ')}</PageLink>
                    <span className={classes.code}>{line.code}</span>
                    <PieceLinks product={line.product} serials={line.serials} />
                  </td>
                  <td className={classes.right}>
                    <Quantity milli={line.quantity} unit={line.unit} />
                  </td>
                  <td className={classes.right}>{line.cost === 0 ? '—' : <Money fen={line.cost} />}</td>
                  <td className={classes.right}>{line.cost === 0 ? '—' : <Money fen={lineAmount(line.cost, line.quantity)} />}</td>
                </tr>
              ))}
            </tbody>
          </table>
        ),
      }}
      facts={{
        title: t('warehouse.inbound.papers'),
        list: [
          { label: t('warehouse.inbound.from'), value: body.from },
          { label: t('warehouse.inbound.location'), value: location },
          { label: t('warehouse.inbound.slipNo'), value: body.slipNo },
          ...(body.type === 'finished'
            ? [
                {
                  label: t('warehouse.inbound.certificateNo'),
                  value: (
                    <>
                      {body.certificateNo}
                      {body.certificate !== '' && <KeptPicture hash={body.certificate} alt={t('warehouse.inbound.certificate')} />}
                    </>
                  ),
                },
              ]
            : []),
          ...(body.notes === '' ? [] : [{ label: t('warehouse.inbound.notes'), value: body.notes }]),
        ],
      }}
    />
  );
}
