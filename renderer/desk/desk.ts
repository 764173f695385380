import { createContext, useContext } from 'react';
import type { Day } from '#shared/core/calendar.ts';
import type { Result } from '#shared/core/result.ts';
import type { Blocked } from '#shared/documents/act.ts';
import type { Decide } from '#shared/documents/reader.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import type { Host, HostInfo, Settings } from '#shared/host/contract.ts';
import type { Actor, Role } from '#shared/policy/roles.ts';
import type { Book, Saved } from '../book/book.ts';

/** What a screen may use of this desk: who is signed in, the day, the host, and the one way to change anything. */
export interface Desk {
  host: Host;
  info: HostInfo;
  settings: Settings;
  book: Book;
  actor: Actor;
  /** Business date; changes at midnight while the page is open. */
  today: Day;
  holds(...roles: Role[]): boolean;
  /** Runs a decision as the person signed in. Host failures are told to the user by the shell and rethrown. */
  run<T>(decide: Decide<T>): Promise<Result<Saved<T>, Blocked>>;
  saveSettings(changes: Partial<Settings>): Promise<void>;
  /** Opens the print preview. `paper` is a paper kind's id; the first available one when left out. */
  print(record: AnyRecord, paper?: string): void;
  /** Ends the session of the person signed in; drafts stay. */
  lock(): void;
}

export const DeskContext = createContext<Desk | null>(null);

/** The desk with somebody signed in. Throws outside: that is a bug. */
export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('nobody is signed in here');
  return desk;
}
