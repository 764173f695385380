/** How the numbers behind a gate's or a refusal's "no" are to be read: fen, thousandths, or plain (days, lines, counts). */
export type ValueType = 'money' | 'quantity' | 'plain';

const money = new Set([
  'amount',
  'concession',
  'cost',
  'credit',
  'difference',
  'discount',
  'drawn',
  'due',
  'float',
  'floor',
  'held',
  'least',
  'limit',
  'missing',
  'most',
  'open',
  'out',
  'over',
  'planned',
  'price',
  'received',
  'recovered',
  'sale',
  'spent',
  'tendered',
  'total',
]);
const quantities = new Set(['bought', 'free', 'handed', 'issued', 'quantity', 'short', 'there', 'wanted']);
/** What is open of an order's lines is goods, not money. */
const goods = new Set(['GoodsStillOwed', 'MoreThanAgreed', 'MoreThanOrdered']);

/** @param code gate id or refusal code */
export function valueType(code: string, name: string): ValueType {
  if (quantities.has(name) || (name === 'open' && goods.has(code))) return 'quantity';
  return money.has(name) ? 'money' : 'plain';
}
