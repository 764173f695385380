import { Button } from '@mantine/core';
import { useRef, type KeyboardEvent } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { formatMilli, type Milli } from '#shared/core/money.ts';
import { Quantity } from '#renderer/ui/Quantity.tsx';
import { QuantityInput } from '#renderer/ui/QuantityInput.tsx';
import classes from './CountTable.module.css';
import { asStocked, type LineToDispatch } from './read-to-dispatch.ts';

export interface QuantitiesTableProps {
  lines: readonly LineToDispatch[];
  quantities: ReadonlyMap<number, Milli | null>;
  onQuantities: (quantities: ReadonlyMap<number, Milli | null>) => void;
  onProblem: (line: number, problem: string | null) => void;
}

/** How much of each order line goes now; the rest stays open for another note. */
export function QuantitiesTable({ lines, quantities, onQuantities, onProblem }: QuantitiesTableProps) {
  const { t } = useTranslation();
  const rows = useRef<HTMLTableSectionElement>(null);
  const onKeyDown = (event: KeyboardEvent<HTMLTableSectionElement>) => {
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    const inputs = [...(rows.current?.querySelectorAll('input') ?? [])];
    const next = inputs[inputs.indexOf(event.target as HTMLInputElement) + (event.shiftKey ? -1 : 1)];
    next?.focus();
    next?.select();
  };
  return (
    <>
      <div className={classes.tools}>
        <Button size="xs" variant="default" onClick={() => onQuantities(new Map(lines.map((line) => [line.line, line.open])))}>
          {t('warehouse.write.all')}
        </Button>
        <Button size="xs" variant="default" onClick={() => onQuantities(asStocked(lines))}>
          {t('warehouse.write.asStocked')}
        </Button>
        <Button size="xs" variant="subtle" onClick={() => onQuantities(new Map(lines.map((line) => [line.line, 0])))}>
          {t('warehouse.write.zero')}
        </Button>
      </div>
      <table className={classes.table} aria-label={t('warehouse.write.lines')}>
        <thead>
          <tr>
            <th className={classes.index}>#</th>
            <th>{t('warehouse.write.product')}</th>
            <th className={classes.right}>{t('warehouse.write.ordered')}</th>
            <th className={classes.right}>{t('warehouse.write.before')}</th>
            <th className={classes.right}>{t('warehouse.write.rest')}</th>
            <th className={classes.right}>{t('warehouse.write.onHand')}</th>
            <th className={classes.right}>{t('warehouse.write.now')}</th>
            <th className={classes.right}>{t('warehouse.write.afterwards')}</th>
          </tr>
        </thead>
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- hears Enter from the inputs inside */}
        <tbody ref={rows} onKeyDown={onKeyDown}>
          {lines.map((line, index) => {
            const now = quantities.get(line.line) ?? 0;
            const closed = line.open <= 0;
            const error =
              now > line.open
                ? t('warehouse.write.moreThanOpen', { open: formatMilli(line.open) })
                : now > line.onHand
                  ? t('warehouse.write.moreThanStock', { there: formatMilli(line.onHand) })
                  : undefined;
            return (
              <tr key={line.line} className={closed ? classes.closed : undefined}>
                <td className={classes.index}>{index + 1}</td>
                <td>
                  <span className={classes.name}>{[line.name, line.spec].filter(Boolean).join(' ')}</span>
                  <span className={classes.code}>{line.code}</span>
                </td>
                <td className={classes.right}>
                  <Quantity milli={line.ordered} unit={line.unit} />
                </td>
                <td className={classes.right}>{line.noted === 0 ? '—' : <Quantity milli={line.noted} />}</td>
                <td className={classes.right}>
                  <Quantity milli={line.open} strong />
                </td>
                <td className={`${classes.right} ${line.onHand < line.open ? classes.lacking : ''}`}>
                  <Quantity milli={line.onHand} />
                </td>
                <td className={classes.input}>
                  {!closed && (
                    <QuantityInput
                      hideLabel
                      label={t('warehouse.write.nowOf', { name: line.name })}
                      value={quantities.get(line.line) ?? null}
                      onChange={(quantity) => onQuantities(new Map(quantities).set(line.line, quantity))}
                      onProblem={(problem) => onProblem(line.line, problem)}
                      error={error}
                    />
                  )}
                </td>
                <td className={classes.right}>{closed ? '—' : <Quantity milli={Math.max(0, line.open - now)} />}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </>
  );
}
