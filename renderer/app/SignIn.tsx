import { Button, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import type { Host, HostInfo } from '#shared/host/contract.ts';
import { actorOf, staff, type Staff } from '#shared/modules/staff/module.ts';
import type { Actor, Role } from '#shared/policy/roles.ts';
import type { DocumentRecord } from '#shared/documents/record.ts';
import type { Book } from '../book/book.ts';
import { useLive } from '../book/use-live.ts';
import { useWords } from '../desk/words.ts';
import type { Language } from '../ui/i18n.ts';
import { StateView } from '../ui/StateView.tsx';
import { StatusBadge } from '../ui/StatusBadge.tsx';
import { PinStep } from './PinStep.tsx';
import classes from './SignIn.module.css';

// Founding a branch is for its first day.
const NoStaff = lazy(async () => ({ default: (await import('./NoStaff.tsx')).NoStaff }));

export interface SignInProps {
  host: Host;
  info: HostInfo;
  book: Book;
  /** Whose page is kept under the lock; asked for first. */
  current: Actor | null;
  /** Minutes after which the desk locked itself; 0 when somebody locked it. */
  idleMinutes: number;
  onLanguage: (language: Language) => void;
  /** Somebody picked a name: the PIN is next. */
  onPicked: (roles: readonly Role[]) => void;
  onSignedIn: (actor: Actor) => void;
}

const focusOnMount = (input: HTMLInputElement | null) => input?.focus();

/** A tile per person, then the PIN. Typing narrows the tiles; Enter takes the first. */
export function SignIn({ host, info, book, current, idleMinutes, onLanguage, onPicked, onSignedIn }: SignInProps) {
  const { t, i18n } = useTranslation();
  const words = useWords();
  const [chosen, setChosen] = useState<string | null>(current?.id ?? null);
  const [text, setText] = useState('');
  /** The head office's people may sign in anywhere; they are not in the way of those who work here. */
  const [withVisitors, setWithVisitors] = useState(false);
  const home = info.identity?.branchCode ?? '';
  const people = useLive(
    async (read) => {
      const { rows } = await read.all({ kind: staff.kind, status: 'active' }, 500);
      const all = rows.map((row) => staff.read(row)).toSorted((a, b) => (a.body.code < b.body.code ? -1 : 1));
      return { own: all.filter(({ branch }) => branch === home), visitors: all.filter(({ branch }) => branch !== home) };
    },
    ['staff', home],
  );
  const pick = ({ id, body }: DocumentRecord<Staff>) => {
    setChosen(id);
    onPicked(body.roles);
  };
  const visitors = people.state === 'ready' ? people.value.visitors.length : 0;

  return (
    <main className={classes.screen}>
      <header className={classes.top}>
        <div>
          <strong>{info.identity?.company}</strong>
          <span className={classes.branch}>
            {info.identity?.branchName} · {info.identity?.deskCode}
          </span>
          {info.profile === 'demo' && <StatusBadge tone="warn" label={t('shell.demoMark')} />}
        </div>
        <Button variant="subtle" color="gray" onClick={() => onLanguage(i18n.language === 'en' ? 'zh-CN' : 'en')}>
          {t('shell.language')}
        </Button>
      </header>
      <StateView
        of={people}
        isEmpty={({ own }) => own.length === 0 && !withVisitors}
        empty={
          <>
            <Suspense fallback={null}>
              <NoStaff {...{ host, info, book }} onFounded={onSignedIn} />
            </Suspense>
            {visitors > 0 && (
              <Button className={classes.visit} variant="subtle" onClick={() => setWithVisitors(true)}>
                {t('sync.staff.visitors', { count: visitors })}
              </Button>
            )}
          </>
        }
      >
        {(here) => {
          const all = [...here.own, ...here.visitors];
          const rows =
            withVisitors || text.trim() !== '' || all.some(({ id, branch }) => id === chosen && branch !== home) ? all : here.own;
          const person = rows.find((row) => row.id === chosen);
          if (person) {
            return (
              <PinStep
                host={host}
                person={person}
                note={
                  idleMinutes > 0
                    ? t('shell.signIn.locked', { minutes: idleMinutes })
                    : info.profile === 'demo'
                      ? t('shell.signIn.demoPin')
                      : ''
                }
                onRight={() => onSignedIn(actorOf(person.id, person.body))}
                onOther={() => setChosen(null)}
              />
            );
          }
          const found = new Set(text.trim() === '' ? [] : book.search({ text, kinds: [staff.kind], limit: 50 }).map((hit) => hit.id));
          const shown = text.trim() === '' ? rows : rows.filter((row) => found.has(row.id) || row.body.code.startsWith(text.trim()));
          return (
            <section className={classes.people} aria-label={t('shell.signIn.title')}>
              <h1>{t('shell.signIn.title')}</h1>
              <form
                onSubmit={(event) => {
                  event.preventDefault();
                  if (shown[0]) pick(shown[0]);
                }}
              >
                <TextInput
                  ref={focusOnMount}
                  value={text}
                  onChange={(event) => setText(event.currentTarget.value)}
                  leftSection={<IconSearch size={15} />}
                  aria-label={t('shell.signIn.search')}
                  placeholder={t('shell.signIn.search')}
                />
              </form>
              <ul className={classes.tiles}>
                {shown.map((row) => (
                  <li key={row.id}>
                    <button type="button" className={classes.tile} onClick={() => pick(row)}>
                      <span className={classes.initial} aria-hidden="true">
                        {row.body.name.slice(0, 1)}
                      </span>
                      <span className={classes.name}>{row.body.name}</span>
                      <span className={classes.posts}>
                        {row.body.code} · {row.body.roles.map((role) => words.role(role)).join(' / ')}
                      </span>
                    </button>
                  </li>
                ))}
              </ul>
              {visitors > 0 && !withVisitors && text.trim() === '' && (
                <Button className={classes.visit} variant="subtle" onClick={() => setWithVisitors(true)}>
                  {t('sync.staff.visitors', { count: visitors })}
                </Button>
              )}
            </section>
          );
        }}
      </StateView>
    </main>
  );
}
