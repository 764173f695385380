import { useTranslation } from '#renderer/ui/i18n.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { pathOf } from '#renderer/desk/paths.ts';
import { PolicyLink } from '#renderer/desk/PolicyLink.tsx';
import { useStaff } from '#renderer/desk/use-staff.ts';
import { useWords } from '#renderer/desk/words.ts';
import { DayText } from '#renderer/ui/DayText.tsx';
import { Facts, type Fact } from '#renderer/ui/Facts.tsx';
import { Money } from '#renderer/ui/Money.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import type { QuotationView } from './read-quotation.ts';
import classes from './page.module.css';

/** Total and conditions of the offer, and the policy it rests on. */
export function QuotationTerms({ view }: { view: QuotationView }) {
  const { t } = useTranslation();
  const { today } = useDesk();
  const { nameOf } = useStaff();
  const words = useWords();
  const { record, customer, given } = view;
  const { body } = record;
  const label = (field: string) => words.field(record.kind, field);
  const optional = (field: 'address' | 'need' | 'fit' | 'deliverTo' | 'reminder' | 'notes'): Fact[] =>
    body[field] === '' ? [] : [{ label: label(field), value: body[field], wide: true }];
  const facts: Fact[] = [
    {
      label: label('customerName'),
      value: customer ? <a href={`#${pathOf(customer)}`}>{body.customerName}</a> : body.customerName,
      wide: true,
    },
    { label: label('contact'), value: [body.contact, body.phone].filter(Boolean).join(' · '), wide: true },
    ...optional('need'),
    ...optional('fit'),
    { label: label('payment'), value: body.payment, wide: true },
    { label: label('creditDays'), value: body.creditDays },
    { label: label('validUntil'), value: <DayText day={body.validUntil} today={today} /> },
    { label: label('deliverOn'), value: body.deliverOn === '' ? '' : <DayText day={body.deliverOn} today={today} /> },
    { label: t('quotations.list.seller'), value: nameOf(record.owner) },
    ...optional('deliverTo'),
    ...optional('reminder'),
    ...optional('notes'),
    { label: label('policy'), value: <PolicyLink body={body} />, wide: true },
  ];
  return (
    <Section title={t('quotations.page.terms')}>
      <dl className={classes.figures}>
        {body.discount > 0 && (
          <>
            <dt>{label('discount')}</dt>
            <dd>
              <Money fen={-body.discount} />
            </dd>
          </>
        )}
        {given.amount > 0 && (
          <>
            <dt>{t('quotations.sum.given')}</dt>
            <dd className={classes.warn}>
              <Money fen={given.amount} />
            </dd>
          </>
        )}
        <dt>{label('total')}</dt>
        <dd className={classes.total}>
          <Money fen={body.total} symbol />
        </dd>
      </dl>
      <Facts facts={facts} columns={1} />
    </Section>
  );
}
