import { useTranslation } from '#renderer/ui/i18n.ts';
import { pickedPieces } from '#shared/modules/dispatch/module.ts';
import { PieceLinks } from '#renderer/desk/pieces/PieceLinks.tsx';
import { pathOf } from '#renderer/desk/paths.ts';
import { Money } from '#renderer/ui/Money.tsx';
import { Quantity } from '#renderer/ui/Quantity.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import classes from './DispatchPage.module.css';
import type { StepProps } from './step-props.ts';
import { PageLink } from '../PageLink.tsx';

/** What the note says and what really went out. */
export function DispatchLines({ found: { note, stockout } }: StepProps) {
  const { t } = useTranslation();
  const { lines } = note.body;
  const picked = pickedPieces(note);
  return (
    <Section title={t('warehouse.page.lines')} flush>
      <table className={classes.table}>
        <thead>
          <tr>
            <th>{t('warehouse.page.product')}</th>
            <th className={classes.right}>{t('warehouse.page.wanted')}</th>
            <th className={classes.right}>{t('warehouse.page.issued')}</th>
            <th className={classes.right}>{t('warehouse.page.amount')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => {
            const issued = stockout?.body.lines.find((found) => found.line === line.line);
            return (
              <tr key={line.line}>
                <td>
                  <PageLink to={pathOf({ kind: 'product', id: line.product })}>{[line.name, line.spec].filter(Boolean).join(' ')}</PageLink>
                  <span className={classes.code}>{line.code}</span>
                  <PieceLinks
                    product={line.product}
                    serials={issued ? issued.serials : picked.find((one) => one.line === line.line)?.serials}
                  />
                </td>
                <td className={classes.right}>
                  <Quantity milli={line.quantity} unit={line.unit} />
                </td>
                <td className={classes.right}>{issued ? <Quantity milli={issued.quantity} unit={line.unit} /> : '—'}</td>
                <td className={classes.right}>
                  <Money fen={line.value} />
                </td>
              </tr>
            );
          })}
        </tbody>
        <tfoot>
          <tr>
            <td>{t('warehouse.page.total')}</td>
            <td className={classes.right}>
              <Quantity milli={sum(lines)} />
            </td>
            <td className={classes.right}>{stockout ? <Quantity milli={sum(stockout.body.lines)} /> : '—'}</td>
            <td className={classes.right}>
              <Money fen={note.amount} symbol />
            </td>
          </tr>
        </tfoot>
      </table>
    </Section>
  );
}

function sum(lines: readonly { quantity: number }[]): number {
  return lines.reduce((total, line) => total + line.quantity, 0);
}
