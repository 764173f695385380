import { lazy, Suspense, useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import { HostFailure, type Host, type HostInfo, type Settings } from '#shared/host/contract.ts';
import { deputiesOf } from '#shared/modules/delegation/rules.ts';
import { holdsAny, type Actor } from '#shared/policy/roles.ts';
import type { Book } from '../book/book.ts';
import { useLive } from '../book/use-live.ts';
import { problemText } from '../book/problem-text.ts';
import { DeskContext, type Desk } from '../desk/desk.ts';
import { notify } from '../ui/notify.tsx';
import { useToday } from './use-today.ts';

// With all papers' contents: fetched at the first print.
const PrintDialog = lazy(async () => ({ default: (await import('./print/PrintDialog.tsx')).PrintDialog }));

export interface DeskProviderProps {
  host: Host;
  info: HostInfo;
  book: Book;
  actor: Actor;
  settings: Settings;
  saveSettings: (changes: Partial<Settings>) => Promise<void>;
  lock: () => void;
  children: ReactNode;
}

/** Gives everything below the desk with `actor` signed in, and holds the print preview. */
export function DeskProvider({ host, info, book, actor: person, settings, saveSettings, lock, children }: DeskProviderProps) {
  const { t } = useTranslation();
  const today = useToday(settings.offsetMinutes);
  const lent = useLive((read) => deputiesOf(read, person.id, today), ['lent', person.id, today]);
  const actor = useMemo(() => (lent.state === 'ready' && lent.value.length > 0 ? { ...person, lent: lent.value } : person), [person, lent]);
  const [printing, setPrinting] = useState<{ record: AnyRecord; paper: string | undefined } | null>(null);

  const desk: Desk = {
    host,
    info,
    settings,
    book,
    actor,
    today,
    holds: (...roles) => holdsAny(actor, roles),
    run: async (decide) => {
      try {
        return await book.run(actor, decide);
      } catch (problem) {
        if (problem instanceof HostFailure) notify.failed(t('shell.unsaved', { problem: problemText(problem) }));
        throw problem;
      }
    },
    saveSettings,
    print: (record, paper) => setPrinting({ record, paper }),
    lock,
  };

  return (
    <DeskContext value={desk}>
      {children}
      {printing !== null && (
        <Suspense fallback={null}>
          <PrintDialog record={printing.record} paper={printing.paper} onClose={() => setPrinting(null)} />
        </Suspense>
      )}
    </DeskContext>
  );
}
