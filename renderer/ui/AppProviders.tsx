import '@mantine/core/styles.css';
import '@mantine/dates/styles.css';
import '@mantine/notifications/styles.css';
import '@mantine/spotlight/styles.css';
import 'dayjs/locale/zh-cn';
import './base.css';
import { MantineProvider } from '@mantine/core';
import { DatesProvider } from '@mantine/dates';
import { useColorScheme } from '@mantine/hooks';
import { ModalsProvider } from '@mantine/modals';
import { Notifications } from '@mantine/notifications';
import { useLayoutEffect, useState, type ReactNode } from 'react';
import { I18nextProvider } from 'react-i18next';
import { i18n, initLanguage, type Language } from './i18n.ts';
import { cssVariables, theme } from './theme.ts';

export interface AppProvidersProps {
  language: Language;
  /** `auto` follows the computer. */
  colorScheme: 'light' | 'dark' | 'auto';
  /** `test` leaves out transitions and portals' delays. */
  env?: 'default' | 'test';
  children: ReactNode;
}

/** Language, colours, dialogs and messages for everything below. Rendered once, around the whole page. */
export function AppProviders({ language, colorScheme, env = 'default', children }: AppProvidersProps) {
  // Before the first render of the children, so that no text flashes in another language.
  useState(() => initLanguage(language));
  useLayoutEffect(() => initLanguage(language), [language]);
  const system = useColorScheme('light', { getInitialValueInEffect: false });

  return (
    <I18nextProvider i18n={i18n}>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={cssVariables}
        forceColorScheme={colorScheme === 'auto' ? system : colorScheme}
        env={env}
      >
        <DatesProvider settings={{ locale: language === 'zh-CN' ? 'zh-cn' : 'en', firstDayOfWeek: 1, consistentWeeks: true }}>
          <ModalsProvider>
            <Notifications position="bottom-right" limit={4} containerWidth={340} />
            {children}
          </ModalsProvider>
        </DatesProvider>
      </MantineProvider>
    </I18nextProvider>
  );
}
