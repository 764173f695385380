import { Button, Loader } from '@mantine/core';
import { useTranslation } from '#renderer/ui/i18n.ts';
import classes from './Opening.module.css';
import type { Boot } from './use-boot.ts';

export interface OpeningProps {
  boot: Extract<Boot, { at: 'connecting' | 'no-host' }>;
}

/** Before the desk answers, or when it does not. */
export function Opening({ boot }: OpeningProps) {
  const { t } = useTranslation();
  if (boot.at === 'connecting') {
    return (
      <main className={classes.middle} role="status" aria-busy="true">
        <Loader size="sm" />
        <p>{t('shell.connecting')}</p>
      </main>
    );
  }
  return (
    <main className={classes.middle}>
      <h1 className={classes.title}>{t('shell.noHost.title')}</h1>
      <p className={classes.words}>{t('shell.noHost.hint')}</p>
      <p className={classes.problem}>{boot.problem}</p>
      <Button onClick={() => location.reload()}>{t('shell.noHost.retry')}</Button>
    </main>
  );
}
