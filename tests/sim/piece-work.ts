/** Work with pieces that have a number, drawn by chance: few numbers, so that desks apart take in, hand out and take back the same ones. */
import { refuse } from '#shared/core/result.ts';
import { aPerson } from '#shared/documents/memory-book.fixture.ts';
import type { Decide } from '#shared/documents/reader.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import type { Random } from '#shared/demo/random.ts';
import { aProductBody, anOrder, goods, made } from '#shared/modules/branch.fixture.ts';
import { receiveFinished } from '#shared/modules/inbound/rules.ts';
import { handGoods, takeOrder } from '#shared/modules/order/rules.ts';
import { piecesOnHand } from '#shared/modules/product/piece-rules.ts';
import { product } from '#shared/modules/product/module.ts';
import { approveReturn, askReturn, receiveReturn } from '#shared/modules/return/rules.ts';
import { roles } from '#shared/policy/roles.ts';
import { one, type Desk, type Piece } from './office-work.ts';

const NUMBERS = 4;
const ONE = 1000;

export function drawPieceWork(random: Random, desk: Desk): Piece | null {
  let decide: Decide<unknown> | null = null;
  for (let tries = 0; tries < 12 && !decide; tries += 1) decide = random.weigh(kinds)(random, desk);
  return decide && { actor: aPerson(`员工${random.whole(1, 40)}`, ...roles), decide };
}

const isTracked = ({ kind, body }: AnyRecord): boolean => kind === product.kind && body['tracking'] === 'serial';
/** Products with numbers that this desk knows; the company's are every branch's. */
const tracked = ({ records }: Desk): Set<string> => new Set(records.filter(isTracked).map(({ id }) => id));

const kinds: readonly (readonly [(random: Random, desk: Desk) => Decide<unknown> | null, number])[] = [
  [
    (random, desk) => {
      const isWanted = tracked(desk).size === 0 && (desk.isHeadOffice || random.chance(0.1));
      return isWanted ? made(product, aProductBody({ code: `V${random.whole(1, 9999)}`, name: '变频器', tracking: 'serial' })) : null;
    },
    4,
  ],
  [
    (random, desk) => {
      const of = one(random, desk.records, isTracked);
      if (!of) return null;
      const papers = { from: '厂部', slipNo: `S${random.whole(1, 99_999)}`, certificateNo: 'C', certificate: '', notes: '' };
      const serials = [`N${random.whole(1, NUMBERS)}`];
      return receiveFinished({ location: 'shop', lines: [{ ...goods(of.id), quantity: ONE, cost: 0, serials }], ...papers });
    },
    9,
  ],
  [
    (random, desk) => {
      const of = one(random, desk.records, isTracked);
      return (
        of &&
        takeOrder(anOrder('collect', [{ product: of.id, quantity: ONE, price: 12_000 }], { shortage: { told: true, choice: 'wait' } }))
      );
    },
    5,
  ],
  [
    (random, desk) => {
      const known = tracked(desk);
      const sale = one(
        random,
        desk.records,
        (record) => record.kind === 'order' && record.status === 'released' && known.has(productOf(record)),
      );
      return sale && handOnePiece(sale, random);
    },
    9,
  ],
  [
    (random, desk) => {
      const known = tracked(desk);
      const isHanded = (record: AnyRecord): boolean => record.events.some(({ type }) => type === 'handed') && known.has(productOf(record));
      const sale = one(random, desk.records, (record) => record.kind === 'order' && isHanded(record));
      return sale && askReturn({ order: sale.id, lines: [{ line: 0, quantity: ONE }], reason: '不合适', condition: 'good' });
    },
    2,
  ],
  [
    (random, desk) => {
      const slip = one(random, desk.records, ({ kind, status }) => kind === 'return' && ['asked', 'approved'].includes(status));
      return slip && (slip.status === 'asked' ? approveReturn(slip.id) : receiveReturn(slip.id));
    },
    4,
  ],
];

function productOf({ body }: AnyRecord): string {
  const [line] = (body['lines'] ?? []) as { product?: string }[];
  return line?.product ?? '';
}

function handOnePiece(sale: AnyRecord, random: Random): Decide<unknown> {
  return async (read, moment) => {
    const here = await piecesOnHand(read, productOf(sale), 'shop');
    if (here.length === 0) return refuse('NoPiece');
    return handGoods(sale.id, [{ line: 0, quantity: ONE, serials: [random.pick(here)] }])(read, moment);
  };
}
