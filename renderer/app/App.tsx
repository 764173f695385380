import { useEffect, useState } from 'react';
import { BookContext } from '../book/book-context.ts';
import { AppProviders } from '../ui/AppProviders.tsx';
import type { Language } from '../ui/i18n.ts';
import { FirstRun } from './FirstRun.tsx';
import { Opening } from './Opening.tsx';
import { Session } from './Session.tsx';
import { useBoot } from './use-boot.ts';

/** The whole page: language and colours around whichever part of the start-up is on. */
export function App() {
  const boot = useBoot();
  const kept = boot.at === 'open' || boot.at === 'first-run' ? boot.info.settings : null;
  const [chosen, setChosen] = useState<{ language?: Language; colorScheme?: 'light' | 'dark' | 'auto' }>({});
  const language: Language =
    chosen.language ?? (kept?.language === 'en' || kept?.language === 'zh-CN' ? kept.language : computerLanguage());
  const colorScheme = chosen.colorScheme ?? kept?.colorScheme ?? 'auto';

  useEffect(() => {
    document.title = language === 'en' ? 'Branch Desk' : '营业台';
  }, [language]);

  return (
    <AppProviders language={language} colorScheme={colorScheme}>
      {content()}
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
            onLanguage={(next) => setChosen((before) => ({ ...before, language: next }))}
            onStarted={boot.started}
          />
        );
      case 'open':
        return (
          <BookContext value={boot.book}>
            <Session
              host={boot.host}
              info={boot.info}
              book={boot.book}
              signedIn={boot.signedIn}
              onLook={(look) => setChosen((before) => ({ ...before, ...look }))}
            />
          </BookContext>
        );
    }
  }
}

function computerLanguage(): Language {
  return navigator.language.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en';
}
