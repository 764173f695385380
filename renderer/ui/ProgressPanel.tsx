import { Button, Progress } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import classes from './ProgressPanel.module.css';

export interface ProgressPanelProps {
  title: string;
  done: number;
  /** Unknown when left out. */
  total?: number;
  /** What is being worked on right now. */
  detail?: string;
  /** Asks the work to stop; the caller takes the panel away when it has. */
  onCancel?: () => void;
}

/** Long work: how far it is, and a way to stop it. */
export function ProgressPanel({ title, done, total, detail, onCancel }: ProgressPanelProps) {
  const { t } = useTranslation();
  const [cancelling, setCancelling] = useState(false);
  const share = total === undefined || total === 0 ? undefined : Math.min(100, (done / total) * 100);
  return (
    <div className={classes.panel} role="group" aria-label={title}>
      <div className={classes.head}>
        <span className={classes.title}>{title}</span>
        <span className={classes.count}>
          {total === undefined
            ? done.toLocaleString('en')
            : t('common.doneOf', { done: done.toLocaleString('en'), total: total.toLocaleString('en') })}
        </span>
        {onCancel !== undefined && (
          <Button
            size="xs"
            variant="default"
            disabled={cancelling}
            onClick={() => {
              setCancelling(true);
              onCancel();
            }}
          >
            {cancelling ? t('common.progress.cancelling') : t('common.cancel')}
          </Button>
        )}
      </div>
      <Progress value={share ?? 100} animated={share === undefined} striped={share === undefined} size="sm" aria-label={title} />
      {detail !== undefined && <p className={classes.detail}>{detail}</p>}
    </div>
  );
}
