import { RequestSection } from '#renderer/desk/requests/RequestSection.tsx';
import { useStaff } from '#renderer/desk/use-staff.ts';
import { useWords } from '#renderer/desk/words.ts';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { Section } from '#renderer/ui/Section.tsx';
import { StatusBadge } from '#renderer/ui/StatusBadge.tsx';
import { untyped } from '#shared/documents/act.ts';
import { clauses } from '#shared/modules/contract/rules.ts';
import { PlanTable } from '../PlanTable.tsx';
import { TermsFacts } from '../TermsFacts.tsx';
import { TermsTable } from '../TermsTable.tsx';
import type { ContractView } from './read-contract.ts';
import classes from './contract.module.css';

/** What was agreed, and which clauses were gone through. */
export function ContractTermsTab({ view }: { view: ContractView }) {
  const { t } = useTranslation();
  const words = useWords();
  const { nameOf } = useStaff();
  const { record, progress } = view;
  const { body } = record;
  const checked = record.events.findLast(({ type }) => type === 'checked');
  return (
    <>
      <TermsTable body={body} ordered={progress.map((line) => line.ordered.quantity)} />
      <PlanTable plan={body.plan} total={body.total} />
      <RequestSection record={untyped(record)} />
      <TermsFacts
        body={body}
        party={record.party}
        owner={record.owner}
        more={[
          { label: words.field('contract', 'template'), value: words.value('template', body.template) },
          { label: words.field('contract', 'place'), value: body.place },
          { label: words.field('contract', 'remarks'), value: body.remarks, wide: true },
        ]}
      />
      <Section
        title={t('contracts.clauses.title')}
        hint={checked ? t('contracts.clauses.by', { name: nameOf(checked.by) }) : t('contracts.clauses.never')}
      >
        <ul className={classes.marks}>
          {clauses.map((clause) => {
            const ticked = checked?.data[clause] === true;
            return (
              <li key={clause}>
                <StatusBadge tone={ticked ? 'good' : 'neutral'} label={`${ticked ? '✓' : '○'} ${t(`contracts.clauses.${clause}`)}`} />
              </li>
            );
          })}
        </ul>
      </Section>
    </>
  );
}
