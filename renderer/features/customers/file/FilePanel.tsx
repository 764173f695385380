import { useTranslation } from '#renderer/ui/i18n.ts';
import type { DocumentRecord } from '#shared/documents/record.ts';
import { completeness, reviewDue } from '#shared/modules/customer/facts.ts';
import type { Customer } from '#shared/modules/customer/module.ts';
import { useLive } from '#renderer/book/use-live.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { parametersInForce } from '#shared/modules/policy/rules.ts';
import { useWords } from '#renderer/desk/words.ts';
import { ActionButton } from '#renderer/ui/ActionButton.tsx';
import { Facts, type Fact } from '#renderer/ui/Facts.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { Completeness } from './Completeness.tsx';
import classes from './FilePanel.module.css';

export interface FilePanelProps {
  record: DocumentRecord<Customer>;
  /** The file was gone through and is right; absent when it may not be. */
  onReview: (() => Promise<void>) | undefined;
}

const always = ['contact', 'phone', 'address'] as const;
const ifThere = ['otherPhone', 'industry', 'size', 'web', 'birthday', 'interests', 'notes'] as const;

/** What is known of the customer, what is missing, and whether the file should be gone through (CRM-04, CRM-05). */
export function FilePanel({ record, onReview }: FilePanelProps) {
  const { t } = useTranslation();
  const words = useWords();
  const { body } = record;
  const { missing } = completeness(body);
  const facts: Fact[] = [...always.filter((field) => field !== 'contact' || body.type === 'organisation'), ...ifThere]
    .filter((field) => body[field] !== '' || always.some((one) => one === field))
    .map((field) => ({ label: words.field('customer', field), value: body[field] }));
  return (
    <Section title={t('customers.file.facts')} actions={<Completeness body={body} />}>
      {missing.length > 0 && (
        <p className={classes.missing}>
          {t('customers.file.missing')}
          {missing.map((field) => (
            <a key={field} href={`#/customers/${record.id}/edit?field=${field}`}>
              {words.field('customer', field)}
            </a>
          ))}
        </p>
      )}
      <Facts facts={facts} columns={1} />
      <ReviewLine record={record} onReview={onReview} />
    </Section>
  );
}

function ReviewLine({ record, onReview }: FilePanelProps) {
  const { t } = useTranslation();
  const { today, settings } = useDesk();
  const parameters = useLive((read) => parametersInForce(read, today), [today]);
  if (parameters.state !== 'ready') return null;
  const { last, overdueDays } = reviewDue(record, today, settings.offsetMinutes, parameters.value);
  return (
    <div className={classes.review}>
      <span className={classes.words}>
        <span className={overdueDays >= 0 ? classes.late : undefined}>
          {t('customers.file.reviewDue')}{' '}
          {overdueDays >= 0
            ? t('customers.file.reviewLate', { count: overdueDays })
            : t('customers.file.reviewIn', { count: -overdueDays })}
        </span>
        <span className={classes.last}>{t('customers.file.lastChecked', { day: last })}</span>
      </span>
      {onReview !== undefined && (
        <ActionButton size="xs" variant="default" onAct={onReview}>
          {t('customers.file.reviewed')}
        </ActionButton>
      )}
    </div>
  );
}
