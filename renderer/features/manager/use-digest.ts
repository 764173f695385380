import { useTranslation } from '#renderer/ui/i18n.ts';
import { percentText } from '#renderer/desk/approvals/chain-words.ts';
import { useStaff } from '#renderer/desk/use-staff.ts';
import { useWords } from '#renderer/desk/words.ts';
import type { Translate } from '#renderer/ui/i18n.ts';
import { formatFen } from '#shared/core/money.ts';
import type { FieldType } from '#shared/documents/module.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import { concessionOf, type PricedLine } from '#shared/modules/quotation/concession.ts';
import { moduleOf } from '#shared/modules/registry.ts';
import type { WaitingLine } from './WaitingRow.tsx';

/** Fields that decide nothing, or stand in the row's head already. */
const told = new Set([
  'customerName',
  'contact',
  'phone',
  'address',
  'total',
  'amount',
  'policyVersion',
  'version',
  'revision',
  'reminder',
]);
const shown = new Set<FieldType>(['text', 'long', 'day', 'money', 'count', 'choice', 'choices', 'staff', 'flag']);
const MOST = 8;

/** What a paper says besides its lines, in a few words each: what is given away first. Knows no kind by name. */
export function useDigest(record: AnyRecord): string[] {
  const { t } = useTranslation();
  const words = useWords();
  const { nameOf } = useStaff();
  const say = (field: string, type: FieldType, value: unknown): string => {
    if (value === '' || value === 0 || value === false || value === undefined || value === null) return '';
    if (type === 'money') return `¥${formatFen(Number(value))}`;
    if (type === 'flag') return t('common.yes');
    if (type === 'choice') return words.value(field, String(value));
    if (type === 'staff') return nameOf(String(value));
    if (type === 'choices')
      return Array.isArray(value) ? value.map((one) => words.value(field, String(one))).join(t('common.listSeparator')) : '';
    return String(value);
  };
  const facts = Object.entries(moduleOf(record.kind)?.fields ?? {}).flatMap(([field, type]) => {
    if (told.has(field) || !shown.has(type)) return [];
    const said = say(field, type, record.body[field]);
    return said === '' ? [] : [`${words.field(record.kind, field)} ${said}`];
  });
  const given = concessionIn(record);
  return [
    ...(given.amount > 0
      ? [t('policy.inbox.discountOf', { amount: `¥${formatFen(given.amount)}`, percent: percentText(given.share) })]
      : []),
    ...facts.slice(0, MOST),
  ];
}

/** Goods on the paper with what they cost against the policy; without prices where it has none. */
export function linesOf(record: AnyRecord, t: Translate): WaitingLine[] {
  const priced = pricedLines(record);
  if (priced.length === 0) return goodsLines(record);
  return priced.map((line) => {
    const asked = line.policyPrice ?? line.listPrice;
    const note = line.gift
      ? t('policy.inbox.gift')
      : line.price < (line.floor ?? 0)
        ? t('policy.inbox.belowFloor', { floor: formatFen(line.floor ?? 0) })
        : line.price < asked
          ? t('policy.inbox.policyPrice', { price: formatFen(asked) })
          : '';
    const { name, spec = '', unit = '', quantity, price } = line;
    return { name, spec, unit, quantity, price, ...(note === '' ? {} : { note }) };
  });
}

function concessionIn(record: AnyRecord): { amount: number; share: number } {
  const { total } = record.body;
  const lines = pricedLines(record);
  return typeof total === 'number' && lines.length > 0 ? concessionOf({ lines, total }) : { amount: 0, share: 0 };
}

type AnyLine = PricedLine & { spec?: string; unit?: string; floor?: number };

function pricedLines(record: AnyRecord): AnyLine[] {
  const { lines } = record.body;
  return Array.isArray(lines) ? lines.filter(isPriced) : [];
}

/** What a plant is asked to make, a job is done on: goods and how much of them. */
function goodsLines({ body }: AnyRecord): WaitingLine[] {
  return (Array.isArray(body.lines) ? body.lines : []).flatMap((line: unknown) => {
    if (typeof line !== 'object' || line === null) return [];
    const { name, quantity, spec, unit } = line as Partial<Record<keyof WaitingLine, unknown>>;
    if (typeof name !== 'string' || typeof quantity !== 'number') return [];
    return [{ name, quantity, spec: typeof spec === 'string' ? spec : '', unit: typeof unit === 'string' ? unit : '' }];
  });
}

function isPriced(line: unknown): line is AnyLine {
  if (typeof line !== 'object' || line === null) return false;
  const { name, quantity, price, listPrice, amount } = line as Partial<Record<keyof AnyLine, unknown>>;
  return typeof name === 'string' && [quantity, price, listPrice, amount].every((value) => typeof value === 'number');
}
