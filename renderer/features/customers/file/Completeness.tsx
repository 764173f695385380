import { useTranslation } from '#renderer/ui/i18n.ts';
import type { Customer } from '#shared/modules/customer/module.ts';
import { completeness } from '#shared/modules/customer/facts.ts';
import { useWords } from '#renderer/desk/words.ts';
import classes from './Completeness.module.css';

/** How much of the mandatory part of a file is there, as a bar; what is missing stands in the tooltip. */
export function Completeness({ body }: { body: Customer }) {
  const { t } = useTranslation();
  const words = useWords();
  const { percent, missing } = completeness(body);
  const names = missing.map((item) => words.field('customer', item)).join(t('common.listSeparator'));
  const label = missing.length === 0 ? t('customers.complete') : t('customers.missing', { names });
  return (
    <span className={classes.whole} title={label}>
      <span className={classes.track} aria-hidden="true">
        <span className={missing.length === 0 ? classes.full : classes.part} style={{ width: `${percent}%` }} />
      </span>
      <span className={classes.figure}>
        {percent}%<span className={classes.unseen}> {label}</span>
      </span>
    </span>
  );
}
