import { useEffect, useState } from 'react';
import type { Host, HostInfo } from '#shared/host/contract.ts';
import type { Actor } from '#shared/policy/roles.ts';
import type { Book } from '../book/book.ts';
import { openBook } from '../book/open-book.ts';
import { problemText } from '../book/problem-text.ts';
import { connectHost } from '../desk/connect-host.ts';
import { loadLanguage } from '../ui/i18n.ts';
import { languageOf } from './language.ts';

export type Boot =
  | { at: 'connecting' }
  | { at: 'no-host'; problem: string }
  | { at: 'first-run'; host: Host; info: HostInfo; started: (info: HostInfo, founder: Actor | null) => void }
  | { at: 'open'; host: Host; info: HostInfo; book: Book; signedIn: Actor | null };

/** Connects to the host and asks what this desk is. Whoever waits for the answer hears of a failure. */
export function askDesk(): Promise<{ host: Host; info: HostInfo }> {
  const asked = (async () => {
    const host = await connectHost();
    return { host, info: await host.call('desk.describe', undefined) };
  })();
  asked.catch(() => undefined);
  return asked;
}

/** From an empty page to an open book, as soon as the desk has said what it is. */
export function useBoot(desk: ReturnType<typeof askDesk>): Boot {
  const [boot, setBoot] = useState<Boot>({ at: 'connecting' });

  useEffect(() => {
    let stale = false;
    let opened: Book | null = null;
    begin(desk).catch((problem: unknown) => {
      if (!stale) setBoot({ at: 'no-host', problem: problemText(problem) });
    });
    return () => {
      stale = true;
      void opened?.close();
    };

    async function begin(asked: typeof desk): Promise<void> {
      const { host, info } = await asked;
      await loadLanguage(languageOf(info.settings));
      if (stale) return;
      if (info.identity) await open(host, info, null);
      else setBoot({ at: 'first-run', host, info, started: (set, founder) => void open(host, set, founder) });
    }

    async function open(host: Host, info: HostInfo, signedIn: Actor | null): Promise<void> {
      const [book] = await Promise.all([openBook({ host, info }), loadLanguage(languageOf(info.settings))]);
      if (stale) {
        await book.close();
        return;
      }
      opened = book;
      setBoot({ at: 'open', host, info, book, signedIn });
    }
  }, [desk]);

  return boot;
}
