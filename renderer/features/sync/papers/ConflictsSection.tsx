import { useTranslation } from '#renderer/ui/i18n.ts';
import { useLive } from '#renderer/book/use-live.ts';
import { FieldConflicts } from '#renderer/desk/conflicts/FieldConflicts.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import classes from './papers.module.css';

/** Shown at once; the rest follow as these are settled. */
const MOST = 50;

/** Records of which two desks changed one field, wherever in the book they are. */
export function ConflictsSection() {
  const { t } = useTranslation();
  const found = useLive(
    async (read) => {
      const accounts = await read.balances('conflict/');
      const ids = [...accounts.keys()].map((account) => account.split('/').at(-1) ?? '');
      const records = await read.getMany(ids.slice(0, MOST));
      return { count: ids.length, records: [...records.values()] };
    },
    ['conflicts'],
  );
  if (found.state !== 'ready' || found.value.count === 0) return null;
  return (
    <Section title={t('sync.conflicts.title', { count: found.value.count })} hint={t('sync.conflicts.hint')} flush>
      <div className={classes.conflicts}>
        {found.value.records.map((record) => (
          <FieldConflicts key={record.id} record={record} named />
        ))}
      </div>
    </Section>
  );
}
