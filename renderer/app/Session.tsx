import { Activity, lazy, Suspense, useEffect, useState } from 'react';
import type { Host, HostInfo, Settings } from '#shared/host/contract.ts';
import type { Actor, Role } from '#shared/policy/roles.ts';
import type { Book } from '../book/book.ts';
import type { Language } from '../ui/i18n.ts';
import { DeskProvider } from './DeskProvider.tsx';
import { Recovering } from './Recovering.tsx';
import { SignIn } from './SignIn.tsx';
import { useIdle } from './use-idle.ts';
import { usePhase } from './use-phase.ts';

// Fetched while somebody picks a name and types a PIN.
const loadShell = () => import('./Shell.tsx');
const Shell = lazy(async () => ({ default: (await loadShell()).Shell }));

/** The page itself says so when its code cannot be had. */
async function fetchHomeOf(roles: readonly Role[]): Promise<void> {
  await loadShell()
    .then(({ fetchHome }) => fetchHome(roles))
    .catch(() => undefined);
}

export interface SessionProps {
  host: Host;
  info: HostInfo;
  book: Book;
  /** Who has just founded the branch, and need not say so again. */
  signedIn: Actor | null;
  onLook: (look: { language?: Language; colorScheme?: 'light' | 'dark' | 'auto' }) => void;
}

/**
 * Who is signed in. Locking puts the sign-in over the page and keeps the page as it was; another person gets a fresh one.
 */
export function Session({ host, info, book, signedIn, onLook }: SessionProps) {
  const [settings, setSettings] = useState(info.settings);
  const [actor, setActor] = useState<Actor | null>(signedIn);
  const [locked, setLocked] = useState<'' | 'asked' | 'idle'>(signedIn === null ? 'asked' : '');
  const phase = usePhase(book);
  useEffect(() => void loadShell(), []);
  useIdle(settings.lockMinutes * 60_000, locked === '' && actor !== null, () => setLocked('idle'));

  if (phase.phase === 'opening' || phase.phase === 'recovering') return <Recovering phase={phase} />;

  const saveSettings = async (changes: Partial<Settings>) => {
    const saved = await host.call('settings.save', { ...settings, ...changes });
    setSettings(saved);
    onLook({ ...(saved.language === '' ? {} : { language: saved.language }), colorScheme: saved.colorScheme });
  };

  return (
    <>
      {locked !== '' && (
        <SignIn
          host={host}
          info={info}
          book={book}
          current={actor}
          idleMinutes={locked === 'idle' ? settings.lockMinutes : 0}
          onLanguage={(language) => void saveSettings({ language })}
          onPicked={(roles) => void fetchHomeOf(roles)}
          onSignedIn={(next) => {
            // Somebody else begins at home, not on the page of the one before.
            if (actor !== null && actor.id !== next.id) location.hash = '#/';
            setActor(next);
            setLocked('');
          }}
        />
      )}
      {actor !== null && (
        // Hidden, the page keeps its state but none of its shortcuts and live queries.
        <Activity mode={locked === '' ? 'visible' : 'hidden'}>
          <DeskProvider key={actor.id} {...{ host, info, book, actor, settings, saveSettings }} lock={() => setLocked('asked')}>
            <Suspense fallback={null}>
              <Shell phase={phase} />
            </Suspense>
          </DeskProvider>
        </Activity>
      )}
    </>
  );
}
