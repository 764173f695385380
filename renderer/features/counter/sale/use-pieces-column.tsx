import { useMemo } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { withSerials, type GoodsLine } from '#renderer/desk/goods/goods-line.ts';
import { PiecesButton } from '#renderer/desk/pieces/PiecesButton.tsx';
import { useNumbered } from '#renderer/desk/pieces/use-numbered.ts';
import type { EntryColumn } from '#renderer/ui/EntryGrid.tsx';
import { useLatest } from '#renderer/ui/use-latest.ts';
import type { SaleDraft } from './sale-draft.ts';

type SetLines = (update: (lines: readonly GoodsLine[]) => readonly GoodsLine[]) => void;

/** Which pieces the customer chose, while some goods of the sale have numbers; those of a delivery are chosen by whoever picks them. */
export function usePiecesColumn({ class: kind, lines, location }: SaleDraft, onLines: SetLines): readonly EntryColumn<GoodsLine>[] {
  const { t } = useTranslation();
  const { tracking, free } = useNumbered(kind === 'delivery' ? [] : lines.map(({ goods }) => goods?.product ?? ''), location);
  const latest = useLatest({ lines, onLines });
  return useMemo(
    () =>
      tracking.size === 0
        ? []
        : [
            {
              kind: 'computed',
              key: 'pieces',
              header: t('pieces.column'),
              width: 72,
              render: (line) => {
                const { goods } = line;
                const kindOf = tracking.get(goods?.product ?? '');
                if (goods === null || kindOf === undefined) return null;
                return (
                  <PiecesButton
                    name={goods.name}
                    tracking={kindOf}
                    quantity={line.quantity}
                    value={line.serials ?? []}
                    among={free.get(goods.product)}
                    lineOf={(serial) => lineWith(latest.get().lines, line, serial)}
                    onChange={(serials) =>
                      latest.get().onLines((all) => all.map((one) => (one.key === line.key ? withSerials(one, serials) : one)))
                    }
                  />
                );
              },
            },
          ],
    [t, tracking, free, latest],
  );
}

/** Another line, from 1, of the same goods that has this piece. */
function lineWith(lines: readonly GoodsLine[], but: GoodsLine, serial: string): number | null {
  const at = lines.findIndex(
    (line) => line.key !== but.key && line.goods?.product === but.goods?.product && (line.serials ?? []).includes(serial),
  );
  return at < 0 ? null : at + 1;
}
