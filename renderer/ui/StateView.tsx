import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import type { Loadable } from './loadable.ts';
import classes from './StateView.module.css';

export interface StateViewProps<T> {
  of: Loadable<T>;
  /** What stands in for an empty value; `isEmpty` defaults to "an array without entries". */
  empty?: ReactNode;
  isEmpty?: (value: T) => boolean;
  children: (value: T) => ReactNode;
}

const isEmptyList = (value: unknown): boolean => Array.isArray(value) && value.length === 0;

/** Loading, failed, empty, ready: the only way a screen shows them. */
export function StateView<T>({ of, empty, isEmpty = isEmptyList, children }: StateViewProps<T>) {
  const { t } = useTranslation();
  if (of.state === 'loading') {
    return (
      <div className={classes.loading} role="status" aria-busy="true">
        <span className={classes.words}>{t('common.loading')}</span>
        <span className={classes.bar} aria-hidden="true" />
        <span className={classes.bar} aria-hidden="true" />
        <span className={classes.bar} aria-hidden="true" />
      </div>
    );
  }
  if (of.state === 'failed') {
    return (
      <div className={classes.failed} role="alert">
        <IconAlertTriangle size={22} stroke={1.6} aria-hidden="true" />
        <p className={classes.title}>{t('common.failedToLoad')}</p>
        <p className={classes.problem}>{of.problem}</p>
        {of.retry !== undefined && (
          <Button variant="default" onClick={of.retry}>
            {t('common.retry')}
          </Button>
        )}
      </div>
    );
  }
  return <>{empty !== undefined && isEmpty(of.value) ? empty : children(of.value)}</>;
}
