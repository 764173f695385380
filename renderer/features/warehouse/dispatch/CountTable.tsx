import { Button, TextInput } from '@mantine/core';
import { IconBarcode } from '@tabler/icons-react';
import { useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { formatMilli, type Milli } from '#shared/core/money.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { PieceLinks } from '#renderer/desk/pieces/PieceLinks.tsx';
import { PiecesButton } from '#renderer/desk/pieces/PiecesButton.tsx';
import { useNumbered } from '#renderer/desk/pieces/use-numbered.ts';
import { Quantity } from '#renderer/ui/Quantity.tsx';
import { QuantityInput } from '#renderer/ui/QuantityInput.tsx';
import { findProductByCode } from '../home/find-product.ts';
import { useTypedAnywhere } from '../home/use-typed-anywhere.ts';
import { useLatest } from '#renderer/ui/use-latest.ts';
import { countedAsNoted, countOne, countState, isCounted, type Counted, type Pieces, type ToCount } from './counted.ts';
import classes from './CountTable.module.css';
import { lineWith, usePieceScan } from './use-piece-scan.ts';

export interface CountTableProps {
  label: string;
  lines: readonly ToCount[];
  counted: Counted;
  onCounted: (counted: Counted) => void;
  /** On hand where the goods lie, by product. */
  onHand: ReadonlyMap<string, Milli>;
  /** What was typed into a line is not a quantity. */
  onProblem: (line: number, problem: string | null) => void;
  /** Numbers of the pieces counted, by line, where pieces have them. */
  pieces: Pieces;
  onPieces: (line: number, serials: readonly string[]) => void;
  /** Where goods are taken from: pieces are chosen among those free there. Undefined for goods that come in: what is on hand sets no limit. */
  from?: string | undefined;
  /** The paper counted against; it may have kept pieces for itself. */
  paper: string;
}

/** Goods counted against a paper: typed line by line (Enter goes on), scanned one by one, or taken over as noted. */
export function CountTable({ label, lines, counted, onCounted, onHand, onProblem, pieces, onPieces, from, paper }: CountTableProps) {
  const { t } = useTranslation();
  const { book } = useDesk();
  const [code, setCode] = useState('');
  const [said, setSaid] = useState({ text: '', wrong: false });
  const scan = useRef<HTMLInputElement>(null);
  const rows = useRef<HTMLTableSectionElement>(null);
  useTypedAnywhere(scan);
  // A gun is faster than the look-up of its code: the next scan counts on from this one, drawn or not.
  const latest = useLatest(counted);
  const numbered = useNumbered(
    lines.map(({ product }) => product),
    from ?? '',
    paper,
  );
  const scanPiece = usePieceScan({ lines, from, numbered, pieces, onPieces });
  const incoming = from === undefined;
  const isNumbered = (line: ToCount) => numbered.tracking.has(line.product);

  const onScan = async () => {
    const text = code.trim();
    if (text === '') return;
    setCode('');
    const product = await findProductByCode(book, text);
    const piece = product ? null : await scanPiece(text);
    if (piece) return setSaid(piece);
    if (!product) return setSaid({ text: t('warehouse.count.unknown', { text }), wrong: true });
    if (numbered.tracking.has(product.id)) return setSaid({ text: t('pieces.scanPiece', { name: product.title }), wrong: true });
    const next = countOne(lines, latest.get(), product.id);
    if (!next) return setSaid({ text: t('warehouse.count.notOnNote', { text: product.title }), wrong: true });
    latest.set(next.counted);
    onCounted(next.counted);
    const now = formatMilli(next.counted.get(next.line) ?? 0);
    setSaid({ text: t('warehouse.count.scanned', { name: product.title, quantity: now }), wrong: false });
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTableSectionElement>) => {
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    const inputs = [...(rows.current?.querySelectorAll('input') ?? [])];
    const next = inputs[inputs.indexOf(event.target as HTMLInputElement) + (event.shiftKey ? -1 : 1)];
    (next ?? scan.current)?.select();
    next?.focus();
  };
  const done = lines.filter((line) => countState(line, counted) !== 'uncounted').length;

  return (
    <>
      <div className={classes.bar}>
        <TextInput
          ref={scan}
          className={classes.scan ?? ''}
          size="sm"
          aria-label={t('warehouse.count.scan')}
          placeholder={`${t('warehouse.count.scan')} · ${t('warehouse.count.scanHint')}`}
          leftSection={<IconBarcode size={16} stroke={1.6} aria-hidden="true" />}
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.ctrlKey || event.nativeEvent.isComposing) return;
            event.preventDefault();
            void onScan();
          }}
        />
        <span className={`${classes.said} ${said.wrong ? classes.saidWrong : ''}`} role="status">
          {said.text === '' ? t('warehouse.count.progress', { done, total: lines.length }) : said.text}
        </span>
        {isCounted(lines, counted) ? (
          <Button size="xs" variant="subtle" onClick={() => onCounted(new Map())}>
            {t('warehouse.count.clear')}
          </Button>
        ) : (
          <Button size="xs" variant="default" onClick={() => onCounted(countedAsNoted(lines, counted, isNumbered))}>
            {t('warehouse.count.asNoted')}
          </Button>
        )}
      </div>
      <table className={classes.table} aria-label={label}>
        <thead>
          <tr>
            <th className={classes.index}>#</th>
            <th>{t('warehouse.page.product')}</th>
            <th className={classes.right}>{t('warehouse.page.onHand')}</th>
            <th className={classes.right}>{incoming ? t('warehouse.inbound.wanted') : t('warehouse.count.wanted')}</th>
            <th className={classes.right}>{incoming ? t('warehouse.inbound.came') : t('warehouse.count.counted')}</th>
            <th>{t('warehouse.count.difference')}</th>
          </tr>
        </thead>
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- hears Enter from the inputs inside */}
        <tbody ref={rows} onKeyDown={onKeyDown}>
          {lines.map((line, index) => {
            const there = onHand.get(line.product) ?? 0;
            return (
              <tr key={line.line}>
                <td className={classes.index}>{index + 1}</td>
                <td>
                  <span className={classes.name}>{[line.name, line.spec].filter(Boolean).join(' ')}</span>
                  <span className={classes.code}>{line.code}</span>
                  <PieceLinks product={line.product} serials={pieces.get(line.line)} />
                </td>
                <td className={`${classes.right} ${!incoming && there < line.quantity ? classes.lacking : ''}`}>
                  <Quantity milli={there} />
                </td>
                <td className={classes.right}>
                  <Quantity milli={line.quantity} unit={line.unit} strong />
                </td>
                <td className={classes.input}>
                  {isNumbered(line) ? (
                    <PiecesButton
                      name={line.name}
                      tracking={numbered.tracking.get(line.product) ?? 'serial'}
                      quantity={line.quantity}
                      isLimit={!incoming}
                      value={pieces.get(line.line) ?? []}
                      among={numbered.free.get(line.product)}
                      lineOf={(serial) => lineWith(lines, line, pieces, serial)}
                      onChange={(serials) => onPieces(line.line, serials)}
                    />
                  ) : (
                    <QuantityInput
                      hideLabel
                      label={t('warehouse.count.countedOf', { name: line.name })}
                      value={counted.get(line.line) ?? null}
                      onChange={(quantity) => onCounted(new Map(counted).set(line.line, quantity))}
                      onProblem={(problem) => onProblem(line.line, problem)}
                    />
                  )}
                </td>
                <td className={classes.state}>
                  <Difference line={line} counted={counted} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </>
  );
}

function Difference({ line, counted }: { line: ToCount; counted: Counted }) {
  const { t } = useTranslation();
  const state = countState(line, counted);
  const by = Math.abs((counted.get(line.line) ?? 0) - line.quantity);
  const quantity = `${formatMilli(by)} ${line.unit}`;
  if (state === 'same') return <span className={classes.same}>{t('warehouse.count.same')}</span>;
  if (state === 'uncounted') return <span className={classes.uncounted}>{t('warehouse.count.uncounted')}</span>;
  return <span className={classes.wrong}>{t(`warehouse.count.${state}`, { quantity })}</span>;
}
