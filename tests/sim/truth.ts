/** What was written anywhere in a run, and what became of it: the yardstick of the law. */
import type { AnyRecord } from '#shared/documents/record.ts';
import { mergeCopies } from '#shared/modules/merge-copies.ts';

export interface Command {
  id: string;
  branch: string;
  documents: AnyRecord[];
  /** The person at the desk was told that it is saved. */
  isAcknowledged: boolean;
  /** Installations whose journal has it. */
  holders: Set<string>;
  /** Made by one of two installations with one desk code, before that came out: numbers may be given twice then. */
  isTwin: boolean;
  /** Lost with the only disk it was on. */
  isExcused: boolean;
}

export interface Truth {
  commands(): readonly Command[];
  begin(id: string, branch: string, documents: readonly AnyRecord[], isTwin: boolean): Command;
  /** It was not written after all. */
  forget(command: Command): void;
  /** Events that were at the centre at some time. */
  reached(event: string): boolean;
  /** The centre wrote this. */
  wrote(events: readonly { id: string }[]): void;
  /** A document as all commands together made it, unfinished ones included. */
  document(id: string): AnyRecord | undefined;
  /** As it was when it was made: what a later event gave it another owner or day by may never have arrived. */
  first(id: string): AnyRecord | undefined;
  ids(): Iterable<string>;
}

export function aTruth(): Truth {
  const commands: Command[] = [];
  const reached = new Set<string>();

  function merged(): Map<string, AnyRecord> {
    const documents = new Map<string, AnyRecord>();
    for (const command of commands) {
      for (const record of command.documents) {
        const known = documents.get(record.id);
        documents.set(record.id, known ? mergeCopies(known, record) : record);
      }
    }
    return documents;
  }
  let whole: { count: number; documents: Map<string, AnyRecord> } = { count: -1, documents: new Map() };
  const documents = (): Map<string, AnyRecord> => {
    if (whole.count !== commands.length) whole = { count: commands.length, documents: merged() };
    return whole.documents;
  };

  return {
    commands: () => commands,
    begin: (id, branch, made, isTwin) => {
      const command: Command = { id, branch, documents: [...made], isAcknowledged: false, holders: new Set(), isTwin, isExcused: false };
      commands.push(command);
      return command;
    },
    forget: (command) => {
      commands.splice(commands.indexOf(command), 1);
      whole = { count: -1, documents: new Map() };
    },
    reached: (event) => reached.has(event),
    wrote: (events) => {
      for (const { id } of events) reached.add(id);
    },
    document: (id) => documents().get(id),
    first: (id) => commands.flatMap((command) => command.documents).find((record) => record.id === id),
    ids: () => documents().keys(),
  };
}
