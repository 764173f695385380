import { Button } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import type { Double } from '#shared/modules/customer/rules.ts';
import classes from './DoublesNotice.module.css';

export interface DoublesNoticeProps {
  doubles: readonly Double[];
  onOpen: (double: Double) => void;
  /** "It is another one": the file is not spoken of again for this form. */
  onAnother: (double: Double) => void;
}

/** While typing: there may be a file of this customer already. Nothing is in the way of saving until it is answered. */
export function DoublesNotice({ doubles, onOpen, onAnother }: DoublesNoticeProps) {
  const { t } = useTranslation();
  if (doubles.length === 0) return null;
  return (
    <section className={classes.notice} role="status" aria-label={t('customers.doubles.title')}>
      <IconUsers className={classes.icon} size={18} stroke={1.6} aria-hidden="true" />
      <div className={classes.words}>
        <h3 className={classes.title}>
          {t('customers.doubles.title')} <span className={classes.hint}>{t('customers.doubles.hint')}</span>
        </h3>
        <ul className={classes.list}>
          {doubles.map((double) => (
            <li key={double.id} className={classes.row}>
              <span className={classes.name}>{double.name}</span>
              <span className={classes.no}>{double.no}</span>
              <span className={classes.by}>{t(double.by === 'phone' ? 'customers.doubles.samePhone' : 'customers.doubles.sameName')}</span>
              <Button size="xs" variant="default" onClick={() => onOpen(double)}>
                {t('customers.doubles.open')}
              </Button>
              <Button size="xs" variant="subtle" onClick={() => onAnother(double)}>
                {t('customers.doubles.another')}
              </Button>
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}
