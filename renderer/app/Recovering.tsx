import { Loader, Progress } from '@mantine/core';
import { useTranslation } from '#renderer/ui/i18n.ts';
import type { BookPhase } from '../book/book.ts';
import classes from './Opening.module.css';

export interface RecoveringProps {
  phase: Extract<BookPhase, { phase: 'opening' | 'recovering' }>;
}

/** While the book opens; says what is being brought back and how far it is. */
export function Recovering({ phase }: RecoveringProps) {
  const { t } = useTranslation();
  if (phase.phase === 'opening') {
    return (
      <main className={classes.middle} role="status" aria-busy="true">
        <Loader size="sm" />
        <p>{t('shell.opening')}</p>
      </main>
    );
  }
  const { done, total, reason } = phase;
  const count = total > 0 ? t('shell.recovering.progress', { done, total }) : t('shell.recovering.counting', { done });
  return (
    <main className={classes.middle}>
      <h1 className={classes.title}>{t('shell.recovering.title')}</h1>
      <p className={classes.words}>{t(`shell.recovering.${reason}`)}</p>
      <Progress value={total > 0 ? (done / total) * 100 : 100} animated={total === 0} w={320} aria-label={t('shell.recovering.title')} />
      <p className={classes.problem} role="status">
        {count}
      </p>
    </main>
  );
}
