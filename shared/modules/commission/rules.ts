/** Use cases of the commission sheet (STF-09, G-43): written on recovered money, checked twice, approved, paid. */
import type { Fen } from '#shared/core/money.ts';
import { ok, refuse } from '#shared/core/result.ts';
import { commitNew, untyped, type Moment } from '#shared/documents/act.ts';
import { stillToSign, submit } from '#shared/documents/approve.ts';
import type { Decide, Reader } from '#shared/documents/reader.ts';
import type { AnyRecord, DocumentEvent, DocumentRecord } from '#shared/documents/record.ts';
import { readAs, takeStep } from '#shared/documents/step.ts';
import { approvalOf, chainFor } from '#shared/policy/approvals.ts';
import type { Facts } from '#shared/policy/gate.ts';
import { gates } from '#shared/policy/gates.ts';
import { rateFor } from '#shared/policy/commission-rates.ts';
import { threshold } from '#shared/policy/parameters.ts';
import type { Role } from '#shared/policy/roles.ts';
import { lacksCash } from '../cashday/box.ts';
import { contract, isInForce } from '../contract/module.ts';
import type { Method } from '../fields.ts';
import { moneyOf, overdueOf } from '../recovery/contract-money.ts';
import { staff } from '../staff/module.ts';
import { ownConcessionsOf } from '../order/concessions.ts';
import { commissionOn, concededOff, setOff } from './earn.ts';
import { commission, type Commission } from './module.ts';

type Line = Commission['lines'][number];

/** What a salesperson's contracts earn since the last sheet, with what is held back; contracts on which nothing moved are left out. */
export async function commissionLines(read: Reader, owner: string, contracts: readonly AnyRecord[], moment: Moment): Promise<Line[]> {
  const { parameters } = moment.policy;
  const after = Number({ ...gates['G-44'].parameters, ...parameters }['overdue.setoff_after_days']);
  const found: (Omit<Line, 'withheld'> & { overdue: Fen; before: Fen })[] = [];
  for (const row of contracts) {
    const money = await moneyOf(read, contract.read(row));
    const rate = rateFor(parameters, contract.read(row).body.productGroup);
    const base = await read.balance(`commission-base/${owner}/${row.id}`);
    const earned = await read.balance(`commission/${owner}/${row.id}`);
    const late = overdueOf(money, moment.today);
    found.push({
      contract: row.id,
      contractNo: row.no,
      customerName: contract.read(row).body.customerName,
      rate,
      ...commissionOn(Math.min(money.received, money.due), { base, commission: earned }, rate),
      overdue: late.days >= after ? late.amount : 0,
      before: await read.balance(`withheld/${owner}/${row.id}`),
    });
  }
  const held = setOff(found.map((line) => ({ commission: line.commission, overdue: line.overdue, withheld: line.before })));
  return found
    .map(({ overdue: _overdue, before: _before, ...line }, index) => ({ ...line, withheld: held[index] ?? 0 }))
    .filter((line) => line.collected !== 0 || line.commission !== 0 || line.withheld !== 0);
}

/** Contracts of a salesperson that bind or did; those in force first come to set-off. */
async function contractsOf(read: Reader, owner: string): Promise<AnyRecord[]> {
  const found: AnyRecord[] = [];
  for (const status of ['effective', 'performing', 'balanceDue', 'disputed', 'closed']) {
    const { rows } = await read.all({ kind: contract.kind, status });
    found.push(...rows.filter((row) => row.owner === owner));
  }
  return found;
}

/**
 * Writes a salesperson's sheet of the month and sends it on its way; by the salesperson or the manager. Refuses with NotFound, CommissionRateNotSet, SheetUnderWay, NothingEarned,
 * or Blocked by G-43 (no contract, no recovered money).
 */
export function writeCommission(owner: string, notes = ''): Decide<{ commission: string }> {
  return async (read, moment) => {
    const person = await readAs(read, staff, owner);
    if (!person) return refuse('NotFound', { id: owner });
    const { parameters } = moment.policy;
    if (threshold(parameters, 'commission.rate') === 0 && !parameters['commission.rate_table']) return refuse('CommissionRateNotSet');
    for (const status of ['written', 'submitted', 'approved']) {
      const waiting = (await read.all({ kind: commission.kind, status })).rows.find((row) => row.owner === owner);
      if (waiting) return refuse('SheetUnderWay', { no: waiting.no });
    }
    const lines = await commissionLines(read, owner, await contractsOf(read, owner), moment);
    if (lines.length === 0) return refuse('NothingEarned', { name: person.body.name });
    const sum = (part: (line: Line) => Fen) => lines.reduce((total, line) => total + part(line), 0);
    const earned = sum((line) => line.commission);
    const withheld = sum((line) => line.withheld);
    const conceded = concededOff(await ownConcessionsOf(read, owner), earned - withheld);
    const body: Commission = {
      staffName: person.body.name,
      month: moment.today.slice(0, 7),
      lines,
      commission: earned,
      withheld,
      conceded,
      total: earned - withheld - conceded,
      notes: notes.trim(),
    };
    const made = commitNew(commission, body, moment, {
      owner,
      gates: ['G-43'],
      facts: { 'G-43': await sheetFacts(read, { body, events: [] }, 'provision') },
    });
    if (!made.ok) return made;
    const chain = chainFor(moment.policy.parameters, 'commission', body.total);
    const sent = submit(commission, made.value, moment, { matter: 'commission', value: body.total, chain });
    return sent.ok ? ok({ records: [untyped(sent.value)], answer: { commission: sent.value.id } }) : sent;
  };
}

/** What G-43 reads: every contract on the sheet binds or did, the money behind it is there, and whom the chain asks for has signed. */
export async function sheetFacts(
  read: Reader,
  { body, events }: Pick<DocumentRecord<Commission>, 'body' | 'events'>,
  stage: 'provision' | 'payout',
): Promise<Facts> {
  const found = await read.getMany(body.lines.map((line) => line.contract));
  let recovered = 0;
  for (const row of found.values()) if (row.kind === contract.kind) recovered += await read.balance(`received/${row.id}`);
  const bound = body.lines.every((line) => {
    const row = found.get(line.contract);
    return row?.kind === contract.kind && (isInForce(row.status) || row.status === 'closed' || row.status === 'disputed');
  });
  const missing = missingPosts(events);
  return {
    stage,
    contract: bound,
    recovered,
    amount: body.commission,
    finance: !missing.includes('finance'),
    financeDgm: !missing.includes('dgmFinance'),
    gm: !missing.includes('gm'),
  };
}

/** Posts of the chain that have not signed; the last one is just signing. */
function missingPosts(events: readonly DocumentEvent[]): Role[] {
  const approval = approvalOf({ events });
  const open = approval ? stillToSign(approval).flat() : [];
  return approval?.state === 'waiting' && open.length === 1 ? [] : open;
}

/** Paid out; a sheet that takes back is only marked settled. Refuses with NotFound, OwnPaper, CashTooLittle. */
export function payCommission(id: string, method: Method): Decide {
  return async (read, moment) => {
    const sheet = await readAs(read, commission, id);
    if (!sheet) return refuse('NotFound', { id });
    if (moment.actor.id === sheet.owner) return refuse('OwnPaper');
    const short = await lacksCash(read, 'safe', method, sheet.body.total);
    if (short) return short;
    return takeStep(commission, id, 'paid', { data: { day: moment.today, method } })(read, moment);
  };
}
