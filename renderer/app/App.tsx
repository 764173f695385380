import { lazy, Suspense, useEffect, useState } from 'react';
import { BookContext } from '../book/book-context.ts';
import { AppProviders } from '../ui/AppProviders.tsx';
import { loadLanguage, type Language } from '../ui/i18n.ts';
import { computerLanguage, languageOf } from './language.ts';
import { Opening } from './Opening.tsx';
import { Session } from './Session.tsx';
import { useBoot, type askDesk } from './use-boot.ts';

// Once in a desk's life.
const FirstRun = lazy(async () => ({ default: (await import('./FirstRun.tsx')).FirstRun }));

interface Look {
  language?: Language;
  colorScheme?: 'light' | 'dark' | 'auto';
}

/** The whole page: language and colours around whichever part of the start-up is on. */
export function App({ desk }: { desk: ReturnType<typeof askDesk> }) {
  const boot = useBoot(desk);
  const kept = boot.at === 'open' || boot.at === 'first-run' ? boot.info.settings : null;
  const [chosen, setChosen] = useState<Look>({});
  const language = chosen.language ?? (kept ? languageOf(kept) : computerLanguage());
  const colorScheme = chosen.colorScheme ?? kept?.colorScheme ?? 'auto';

  useEffect(() => {
    document.title = language === 'en' ? 'Branch Desk' : '营业台';
  }, [language]);

  const choose = async (look: Look) => {
    if (look.language) await loadLanguage(look.language);
    setChosen((before) => ({ ...before, ...look }));
  };

  return (
    <AppProviders language={language} colorScheme={colorScheme}>
      <Suspense fallback={<Opening boot={{ at: 'connecting' }} />}>{content()}</Suspense>
    </AppProviders>
  );

  function content() {
    switch (boot.at) {
      case 'connecting':
      case 'no-host':
        return <Opening boot={boot} />;
      case 'first-run':
        return (
          <FirstRun
            host={boot.host}
            info={boot.info}
            language={language}
            onLanguage={(next) => void choose({ language: next })}
            onStarted={boot.started}
          />
        );
      case 'open':
        return (
          <BookContext value={boot.book}>
            <Session host={boot.host} info={boot.info} book={boot.book} signedIn={boot.signedIn} onLook={(look) => void choose(look)} />
          </BookContext>
        );
    }
  }
}
