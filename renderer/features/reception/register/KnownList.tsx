import type { DocumentRecord } from '#shared/documents/record.ts';
import type { Customer } from '#shared/modules/customer/module.ts';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { useStaff } from '#renderer/desk/use-staff.ts';
import { useWords } from '#renderer/desk/words.ts';
import classes from './KnownList.module.css';

export interface KnownListProps {
  id: string;
  matches: readonly DocumentRecord<Customer>[];
  /** Index of the highlighted one, -1 for none. */
  active: number;
  onActive: (index: number) => void;
  onPick: (record: DocumentRecord<Customer>) => void;
}

/** Customers the visitor may be, under the fields. The field keeps the focus and hears the keys. */
export function KnownList({ id, matches, active, onActive, onPick }: KnownListProps) {
  const { t } = useTranslation();
  const words = useWords();
  const { nameOf } = useStaff();
  return (
    <div className={classes.list} onMouseDown={(event) => event.preventDefault()} role="presentation">
      <p className={classes.head}>
        {t('reception.register.known')} <span>{t('reception.register.pickHint')}</span>
      </p>
      <div role="listbox" id={id} aria-label={t('reception.register.known')}>
        {matches.map((record, index) => (
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- the field has the focus and hears the keys
          <div
            key={record.id}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === active}
            className={classes.option}
            onMouseMove={() => onActive(index)}
            onClick={() => onPick(record)}
          >
            <span className={classes.name}>{record.body.name}</span>
            <span className={classes.rest}>{[record.body.contact, record.body.phone].filter(Boolean).join(' · ')}</span>
            <span className={classes.rest}>{words.value('class', record.body.class)}</span>
            <span className={classes.rest}>{nameOf(record.owner)}</span>
          </div>
        ))}
      </div>
    </div>
  );
}
