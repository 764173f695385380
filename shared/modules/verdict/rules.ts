/** What a person does about a verdict: lets the paper stand, or puts it right by reversal. */
import { ok, refuse, type Result } from '#shared/core/result.ts';
import { act, untyped, type Blocked, type Moment } from '#shared/documents/act.ts';
import type { Decide, Decision, Reader } from '#shared/documents/reader.ts';
import type { AnyRecord, DocumentRecord } from '#shared/documents/record.ts';
import { readAs } from '#shared/documents/step.ts';
import { customer } from '../customer/module.ts';
import { mergeCustomers } from '../customer/rules.ts';
import { dispatch, type Dispatch } from '../dispatch/module.ts';
import { cancelDispatch, returnDispatch } from '../dispatch/rules.ts';
import { inbound } from '../inbound/module.ts';
import { reverseInbound } from '../inbound/rules.ts';
import { order } from '../order/module.ts';
import { orderProgress } from '../order/progress.ts';
import { voidOrder } from '../order/rules.ts';
import { pickup } from '../pickup/module.ts';
import { cancelPickup } from '../pickup/rules.ts';
import { quantityOf } from '../product/serials.ts';
import { receipt } from '../receipt/module.ts';
import { reverseReceipt } from '../receipt/rules.ts';
import { askReturn, withdrawReturn } from '../return/rules.ts';
import { returnSlip } from '../return/module.ts';
import { stockout } from '../stockout/module.ts';
import { judgementOf, type Judgement } from './judgement.ts';
import { verdict } from './module.ts';

/** The manager has looked at it and lets the paper stand as it is. Refuses with NotFound, ReasonMissing. */
export function settleVerdict(id: string, reason: string): Decide {
  return async (read, moment) => {
    const found = await readAs(read, verdict, id);
    if (!found) return refuse('NotFound', { id });
    if (reason.trim() === '') return refuse('ReasonMissing');
    const accepted = act(verdict, found, 'accepted', { reason: reason.trim() }, moment);
    return accepted.ok ? ok({ records: [untyped(accepted.value)], answer: null }) : accepted;
  };
}

/**
 * The right reversal for the paper a verdict is on, and the decision on the verdict, in one write. The answer names the paper that puts it
 * right: the red receipt, the return slip, the file kept, or the paper itself when it was taken back.
 * Refuses with NotFound, ReasonMissing, NothingToReverse (let it stand with a reason instead), and as the reversal itself refuses: it says
 * what comes first.
 */
export function correctReturned(id: string, reason: string): Decide<{ document: string }> {
  return async (read, moment) => {
    const found = await readAs(read, verdict, id);
    const paper = found && (await read.get(found.body.judged));
    if (!found || !paper) return refuse('NotFound', { id: found?.body.judged ?? id });
    const why = reason.trim();
    if (why === '') return refuse('ReasonMissing');
    const reversed = await reverse(read, moment, paper, judgementOf(found), why);
    if (!reversed.ok) return reversed;
    const { document } = reversed.value.answer;
    const corrected = act(verdict, found, 'corrected', { document, reason: why }, moment);
    if (!corrected.ok) return corrected;
    return ok({ records: [...reversed.value.records, untyped(corrected.value)], answer: { document } });
  };
}

type Reversal = Promise<Result<Decision<{ document: string }>, Blocked>>;

async function reverse(read: Reader, moment: Moment, paper: AnyRecord, judgement: Judgement, reason: string): Reversal {
  const itself = async (decide: Decide<unknown>): Reversal => answered(await decide(read, moment), () => paper.id);
  switch (paper.kind) {
    case order.kind:
      return reverseOrder(read, moment, paper, doubledPieces(judgement), reason);
    case receipt.kind:
      return answered(await reverseReceipt(paper.id, reason)(read, moment), (answer) => answer.receipt);
    case dispatch.kind:
      if (paper.status === 'drafted') return itself(returnDispatch(paper.id, reason));
      if (paper.status === 'released' || paper.status === 'picked') return itself(cancelDispatch(paper.id, reason));
      return sendBack(read, moment, await wentOut(read, dispatch.read(paper)), reason);
    case stockout.kind:
      return sendBack(read, moment, partOf(stockout.read(paper).body, doubledPieces(judgement)), reason);
    case inbound.kind:
      return itself(reverseInbound(paper.id, reason));
    case pickup.kind:
      return itself(cancelPickup(paper.id, reason));
    case returnSlip.kind:
      return itself(withdrawReturn(paper.id, reason));
    case customer.kind: {
      const [first] = judgement.others;
      if (first === undefined) return refuse('NothingToReverse');
      return answered(await mergeCustomers(first, paper.id)(read, moment), () => first);
    }
    default:
      return refuse('NothingToReverse');
  }
}

/** An order nothing left on is voided; goods the customer has come back by a return slip. */
async function reverseOrder(read: Reader, moment: Moment, paper: AnyRecord, doubled: ReadonlySet<string>, reason: string): Reversal {
  const progress = await orderProgress(read, order.read(paper));
  const lines = progress.flatMap(({ gone, returned, serials }, line) =>
    gone.quantity > returned.quantity ? [{ line, quantity: gone.quantity - returned.quantity, serials }] : [],
  );
  if (lines.length > 0) return sendBack(read, moment, partOf({ order: paper.id, lines }, doubled), reason);
  return answered(await voidOrder(paper.id, reason)(read, moment), () => paper.id);
}

/** The pieces that were sold twice, when nothing else is wrong with the paper: then the rest of it may stay. */
function doubledPieces({ reasons, gates }: Judgement): ReadonlySet<string> {
  const isAll = gates.length === 0 && reasons.every(({ code }) => code === 'SerialSold' || code === 'SerialSoldElsewhere');
  return new Set(isAll ? reasons.map(({ values }) => String(values.serial)) : []);
}

/** Goods of a note as its stock-out slip has them: with the numbers of the pieces. */
async function wentOut(read: Reader, note: DocumentRecord<Dispatch>): Promise<Back> {
  const [slip] = (await read.list({ kind: stockout.kind, source: note.id, limit: 1 })).rows;
  return slip ? stockout.read(slip).body : note.body;
}

interface Back {
  order: string;
  lines: readonly { line: number; quantity: number; serials?: readonly string[] | undefined }[];
}

/** Only these pieces of the goods; all of them when none is named. */
function partOf({ order: id, lines }: Back, only: ReadonlySet<string>): Back {
  if (only.size === 0) return { order: id, lines };
  return {
    order: id,
    lines: lines.flatMap(({ line, serials = [] }) => {
      const back = serials.filter((serial) => only.has(serial));
      return back.length > 0 ? [{ line, quantity: quantityOf(back), serials: back }] : [];
    }),
  };
}

async function sendBack(read: Reader, moment: Moment, goods: Back, reason: string): Reversal {
  const lines = goods.lines.map(({ line, quantity, serials }) => ({ line, quantity, ...(serials?.length ? { serials } : {}) }));
  const asked = await askReturn({ order: goods.order, lines, reason, condition: 'good' })(read, moment);
  return answered(asked, (answer) => answer.return);
}

function answered<T>(
  result: Result<Decision<T>, Blocked>,
  documentOf: (answer: T) => string,
): Result<Decision<{ document: string }>, Blocked> {
  return result.ok ? ok({ records: result.value.records, answer: { document: documentOf(result.value.answer) } }) : result;
}
