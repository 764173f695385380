/** Own documents to the centre: what the journal says, or, when centre or desk are not what they were, the whole book. */
import type { AnyRecord } from '#shared/documents/record.ts';
import { bookOf } from '#shared/exchange/books.ts';
import { refusalCodeOf, type RefusalCode } from '#shared/exchange/refusal-codes.ts';
import { bookNames, withProofs, type ExchangeState, type HealingReason } from './exchange-state.ts';
import type { Books, ExchangeWork } from './exchange-work.ts';
import { groupsAfter } from './outbox.ts';
import { HEAD_OFFICE_ONLY, refusingEach } from './refusing-each.ts';
import { sendDocuments } from './send-documents.ts';

const COMPARED_AT_ONCE = 250;
const AWAITED = 'awaits-its-desk' satisfies RefusalCode;
/** Refusals that the head office can end: it hands a desk's numbers over to this one, or gives it the right to write. A wall in between may have said no as well. */
const mayPassLater = new Set<RefusalCode | null>([AWAITED, HEAD_OFFICE_ONLY, 'number-not-yours']);

/** Sends what the journal has behind the last entry that is at the centre. */
export async function sendJournal(work: ExchangeWork, books: Books): Promise<void> {
  const { journal, memory, outbox } = work;
  for await (const { through, records } of groupsAfter(journal, memory.state().sent)) {
    if (work.isClosed()) return;
    await memory.save({ ...(await bring(work, books, records)), sent: through });
    outbox.sentThrough(through);
    work.tell();
  }
}

/** Brings whatever of the whole book the centre lacks. */
export async function compareBook(work: ExchangeWork, books: Books, reason: HealingReason): Promise<void> {
  const { journal, memory, outbox } = work;
  const upTo = journal.lastSeq();
  let chunk: AnyRecord[] = [];
  let done = 0;
  const bringChunk = async (): Promise<void> => {
    await memory.save(await bring(work, books, chunk, reason));
    done += chunk.length;
    chunk = [];
    work.tell({ progress: { done, total: 0 } });
  };
  for await (const record of work.everything()) {
    if (work.isClosed()) return;
    chunk.push(record);
    if (chunk.length === COMPARED_AT_ONCE) await bringChunk();
  }
  if (chunk.length > 0) await bringChunk();
  await memory.save({ compare: '', sent: Math.max(memory.state().sent, upTo), healed: { reason, at: work.now() } });
  await outbox.load(memory.state().sent);
  work.log('info', `compared ${done} documents with the centre: ${reason}`);
}

/** Brings documents that were set aside once more. */
export async function bringAgain(work: ExchangeWork, books: Books, ids: ReadonlySet<string>): Promise<void> {
  if (ids.size === 0) return;
  const records: AnyRecord[] = [];
  for await (const record of work.everything()) if (ids.has(record.id)) records.push(record);
  await work.memory.save(await bring(work, books, records));
}

/** Once more what may be let in by now. */
export async function bringRefused(work: ExchangeWork, books: Books): Promise<void> {
  const waiting = work.memory.state().setAside.filter(({ reason, withdrawn }) => !withdrawn && mayPassLater.has(refusalCodeOf(reason)));
  await bringAgain(work, books, new Set(waiting.map(({ id }) => id)));
}

/** What is to be remembered once the centre has these, or refused them; what it refused is set aside and everything behind it goes on. */
async function bring(
  { memory, log, now }: ExchangeWork,
  books: Books,
  records: readonly AnyRecord[],
  comparing: HealingReason | '' = '',
): Promise<Partial<ExchangeState>> {
  const { headOffice, deskCodes } = memory.state();
  let { setAside, proofs } = memory.state();
  for (const book of bookNames) {
    const own = records.filter((record) => bookOf(record, headOffice) === book);
    if (own.length === 0) continue;
    const sent = await sendDocuments(book === 'company' ? refusingEach(books[book]) : books[book], own);
    for (const { record, rev, isEcho } of sent.accepted) if (isEcho) memory.echoes.add(`${record.id} ${rev}`);
    proofs = withProofs(
      proofs,
      sent.accepted.map(({ record, rev }) => [book, record.id, rev]),
    );
    const there = new Set([...sent.accepted.map(({ record }) => record.id), ...sent.present.map(({ id }) => id)]);
    setAside = setAside.filter(({ id }) => !there.has(id));
    for (const { record, reason: said } of sent.refused) {
      const { id, kind, no, title, desk, events } = record;
      // Another desk's paper that the centre lost, and nothing of this desk in it: listed until that desk has brought it.
      const isOwn = deskCodes.includes(desk) || events.some((event) => deskCodes.includes(event.desk));
      const known = setAside.find((one) => one.id === id);
      const isAwaited = (comparing !== '' && comparing !== 'joined' && !isOwn) || known?.reason.startsWith(AWAITED) === true;
      const reason = isAwaited ? `${AWAITED}: ${said}` : said;
      const others = setAside.filter((one) => one.id !== id);
      setAside = [...others, { id, kind, no, title, at: known?.at ?? now(), reason, withdrawn: known?.withdrawn ?? false }];
      log('warn', `set aside ${kind} ${id}: ${reason}`);
    }
  }
  return { setAside, proofs };
}
