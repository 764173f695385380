/** What each gate reads, as it stands at the centre: the same functions as at the desk, over all desks' documents. */
import type { Day } from '#shared/core/calendar.ts';
import type { Reader } from '#shared/documents/reader.ts';
import { readAs } from '#shared/documents/step.ts';
import { customer } from '#shared/modules/customer/module.ts';
import { deputiesOf } from '#shared/modules/delegation/rules.ts';
import { fileFacts } from '#shared/modules/customer/facts.ts';
import { dispatch } from '#shared/modules/dispatch/module.ts';
import { drawingFacts } from '#shared/modules/float/rules.ts';
import { gatepass } from '#shared/modules/gatepass/module.ts';
import { inbound } from '#shared/modules/inbound/module.ts';
import { certificateFacts } from '#shared/modules/inbound/rules.ts';
import {
  closingFacts,
  creditFacts,
  depositGroup,
  floorFacts,
  moneyFacts,
  readOrder,
  shortageFacts,
  shortLines,
  signatureFacts,
} from '#shared/modules/order/facts.ts';
import { order, type Order } from '#shared/modules/order/module.ts';
import { isQuoted } from '#shared/modules/order/quoted.ts';
import { pickup } from '#shared/modules/pickup/module.ts';
import { floorUnder } from '#shared/modules/policy/pricing.ts';
import { readPolicy } from '#shared/modules/policy/rules.ts';
import { product } from '#shared/modules/product/module.ts';
import { needFacts, sendingFacts } from '#shared/modules/quotation/facts.ts';
import { quotation } from '#shared/modules/quotation/module.ts';
import { holdingFacts } from '#shared/modules/receipt/drawer.ts';
import { receipt } from '#shared/modules/receipt/module.ts';
import { actorOf, staff } from '#shared/modules/staff/module.ts';
import type { Facts } from '#shared/policy/gate.ts';
import { signsFor } from '#shared/policy/roles.ts';
import type { GateId } from '#shared/policy/gates.ts';
import { dayOfEvent, type Ask, type Asked } from './ask.ts';
import { contractAsks, orderOnForm, orderUnderContract, underOrdersContract } from './contract-facts.ts';
import { moneyAsks } from './money-facts.ts';

const byKind: Readonly<Record<string, Partial<Record<GateId, Ask>>>> = {
  ...contractAsks,
  ...moneyAsks,
  [order.kind]: {
    'G-02': async ({ read, after, event }) => {
      const sale = order.read(after);
      const approved = await isQuoted(read, sale.body.quotation ?? '', { ...sale.body, party: sale.party });
      return { ...floorFacts(await withCentralFloors(read, sale.body, dayOfEvent(event))), approved };
    },
    'G-05': async ({ read, after }) => {
      const file = await readAs(read, customer, after.party);
      return file && fileFacts(file.body);
    },
    'G-06': async ({ read, after }) => (await creditFacts(read, after.party, order.read(after).body.total, after.day))?.grade ?? null,
    'G-07': async ({ read, after }) => (await creditFacts(read, after.party, order.read(after).body.total, after.day))?.limit ?? null,
    'G-17': orderUnderContract,
    'G-20': orderOnForm,
    'G-21': ({ event }) => ticks(event.data),
    'G-22': ({ event }) => ticks(event.data),
    'G-23': async ({ read, after, event, stamp }) =>
      shortageFacts(await shortLines(read, order.read(after).body), {
        told: stamp.facts['told'] === true,
        choice: String(event.data['choice'] ?? ''),
      }),
    'G-26': ({ event }) => ticks(event.data),
    'G-33': ({ after }) => ({ slip: after.no !== '' }),
    'G-36': async ({ read, before, event }) => {
      if (!before) return null;
      return event.type === 'closed' ? (await closingFacts(read, order.read(before))).money : moneyFacts(read, order.read(before), true);
    },
    'G-37': async ({ read, before }) => before && (await closingFacts(read, order.read(before))).signature,
  },
  [receipt.kind]: {
    'G-24': async ({ read, after }) => {
      const sale = await readOrder(read, after.source);
      return sale && signatureFacts(sale);
    },
    'G-25': async ({ read, after }) => {
      const sale = await readOrder(read, after.source);
      return sale && { group: await depositGroup(read, sale.body), amount: after.amount };
    },
    'G-38': ({ read, after, event }) => holdingFacts(read, { actor: { id: event.by }, today: after.day }),
  },
  [dispatch.kind]: {
    'G-17': underOrdersContract,
    'G-07': async ({ read, after }) => (await creditFacts(read, after.party, 0, after.day))?.limit ?? null,
    'G-29': async ({ read, event }) => {
      const person = await readAs(read, staff, event.by);
      if (!person) return null;
      const actor = { ...actorOf(event.by, person.body), lent: await deputiesOf(read, event.by, dayOfEvent(event)) };
      return { signedByManager: signsFor(actor, ['manager']) };
    },
    'G-30': ({ before, after, stamp }) => ({
      signed: before !== null && before.status !== 'drafted',
      wanted: dispatch.read(after).body.lines.reduce((sum, line) => sum + line.quantity, 0),
      issued: stamp.facts['issued'] ?? 0,
    }),
    'G-31': async ({ read, event }) => {
      const pass = await readAs(read, gatepass, String(event.data['gatepass'] ?? ''));
      return { gatePass: pass?.status === 'registered' };
    },
    'G-32': ({ before }) => ({ customerSigned: before?.events.some(({ type }) => type === 'signed') === true }),
    'G-33': ({ after }) => ({ slip: after.no !== '' }),
  },
  [quotation.kind]: {
    'G-01': sending('G-01'),
    'G-02': sending('G-02'),
    'G-03': sending('G-03'),
    'G-04': sending('G-04'),
    'G-09': ({ after }) => needFacts(quotation.read(after).body),
    'G-10': ({ after }) => needFacts(quotation.read(after).body),
  },
  [inbound.kind]: { 'G-28': ({ after }) => certificateFacts(inbound.read(after).body) },
  [pickup.kind]: { 'G-34': ({ before }) => before && drawingFacts(pickup.read(before)) },
};

/** What is looked at when a quotation goes out: the policy of that day, and what was signed before it. */
function sending(gate: GateId): Ask {
  return async ({ read, before, event }) => {
    if (!before) return null;
    const facts = await sendingFacts(read, quotation.read(before), dayOfEvent(event));
    return facts[gate] ?? null;
  };
}

/** What the stamp's gate would have read; the desk's own facts where nothing at the centre says otherwise. */
export async function centralFacts(asked: Asked): Promise<Facts> {
  const ask = byKind[asked.after.kind]?.[asked.stamp.gate as GateId];
  return (await ask?.(asked)) ?? asked.stamp.facts;
}

/** A floor raised at the head office counts from then on, whatever the desk had heard; the policy's price list before the product's own. */
async function withCentralFloors(read: Reader, body: Order, day: Day): Promise<Order> {
  // Under a contract the prices were approved with its application.
  if (body.contract) return body;
  const inForce = await readPolicy(read, day);
  const products = await read.getMany(body.lines.map((line) => line.product).filter((id) => id !== ''));
  return {
    ...body,
    lines: body.lines.map((line) => {
      const found = products.get(line.product);
      const known = found?.kind === product.kind ? Math.max(line.floor, product.read(found).body.floor) : line.floor;
      return { ...line, floor: floorUnder(inForce?.body ?? null, { ...line, floor: known }) };
    }),
  };
}

/** The flags among an event's data. */
function ticks(data: Readonly<Record<string, unknown>>): Facts {
  return Object.fromEntries(Object.entries(data).filter((entry): entry is [string, boolean] => typeof entry[1] === 'boolean'));
}
