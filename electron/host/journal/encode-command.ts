import { HostFailure } from '#shared/host/contract.ts';
import { encodeFrame } from './frame.ts';
import { rangeOf, type NumberCounters } from './number-counters.ts';
import type { Command } from './open-journal.ts';

const COMMAND_BYTES = 64 * 1024 * 1024;

export interface Encoded {
  content: Buffer;
  /** Of this frame, which the next one names. */
  sum: string;
  /** Given now, by document. */
  numbers: Record<string, string>;
}

/**
 * A command as the journal's next frame, with the numbers it asks for.
 * @throws HostFailure 'invalid-input' | 'too-large'; the counters have moved on then
 */
export function encodeCommand(
  command: Command,
  { seq, before, at }: { seq: number; before: string; at: number },
  counters: NumberCounters,
): Encoded {
  const numbers: Record<string, string> = {};
  const unnumbered = new Set(command.documents.filter(({ no }) => no === '').map(({ id }) => id));
  for (const { no } of command.documents) counters.note(no);
  for (const { documentId, range } of command.numbers) {
    if (!unnumbered.delete(documentId)) throw new HostFailure('invalid-input', `no document waits for a number: ${documentId}`);
    numbers[documentId] = counters.give(range);
  }
  const documents = command.documents.map((document) => ({ ...document, no: document.no || (numbers[document.id] ?? '') }));
  const ranges = new Set(documents.map(({ no }) => rangeOf(no)).filter((range) => range !== ''));
  const meta = {
    commandId: command.commandId,
    at,
    ids: documents.map(({ id }) => id),
    numbers,
    counters: Object.fromEntries([...ranges].map((range) => [range, counters.last(range)])),
  };
  const lines = documents.map((document) => JSON.stringify(document));
  const encoded = encodeFrame(seq, before, meta, lines);
  if (encoded.content.length > COMMAND_BYTES) throw new HostFailure('too-large', `a command of ${encoded.content.length} bytes`);
  return { ...encoded, numbers };
}
