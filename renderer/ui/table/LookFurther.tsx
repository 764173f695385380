import { Button } from '@mantine/core';
import { useTranslation } from '#renderer/ui/i18n.ts';
import classes from './table.module.css';

export interface LookFurtherProps {
  /** Documents looked through without finding enough; without it there is simply more. */
  after?: number | undefined;
  onMore: (() => void) | undefined;
}

/** Says where a search without an index stopped, so that nobody takes the rows for all there are. */
export function LookFurther({ after, onMore }: LookFurtherProps) {
  const { t } = useTranslation();
  return (
    <div className={classes.more} role="status">
      {after !== undefined && `${t('common.table.lookedAt', { count: after })} `}
      <Button size="compact-xs" variant="subtle" onClick={onMore}>
        {t('common.table.lookFurther')}
      </Button>
    </div>
  );
}
