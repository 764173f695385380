import { useTranslation } from '#renderer/ui/i18n.ts';
import { percentText } from '#renderer/desk/approvals/chain-words.ts';
import { useWords } from '#renderer/desk/words.ts';
import { formatFen } from '#shared/core/money.ts';
import type { Change } from './compare.ts';
import { useLimitWords } from './limits.ts';
import classes from './policy.module.css';

/** What differs, one line each: what it was, what it becomes. */
export function Changes({ changes }: { changes: readonly Change[] }) {
  const { t } = useTranslation();
  const words = useWords();
  const limitWords = useLimitWords();
  if (changes.length === 0) return <p className={classes.hint}>{t('policy.page.same')}</p>;
  const all = (field: string, value: string) => (value === 'any' ? t('policy.edit.any') : words.value(field, value));
  const money = (value: number | null) => (value === null ? '—' : `¥${formatFen(value)}`);
  const say = (change: Change): [string, string, string] => {
    switch (change.kind) {
      case 'limit':
        return [limitWords.label(change.name), limitWords.value(change.name, change.before), limitWords.value(change.name, change.after)];
      case 'price':
      case 'floor':
        return [`${change.name} · ${t(`policy.edit.${change.kind}`)}`, money(change.before), money(change.after)];
      case 'discount': {
        const share = (value: number | null) => (value === null ? '—' : percentText(value));
        const what = `${t('policy.page.discounts')} · ${all('class', change.class)} · ${all('group', change.group)}`;
        return [what, share(change.before), share(change.after)];
      }
      case 'reminder':
        return [t('policy.page.reminder'), change.before || '—', change.after || '—'];
    }
  };
  return (
    <table className={classes.changes}>
      <thead>
        <tr>
          <th scope="col">{t('policy.page.item')}</th>
          <th scope="col">{t('policy.page.before')}</th>
          <th scope="col">{t('policy.page.after')}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map((change) => {
          const [what, before, after] = say(change);
          return (
            <tr key={`${change.kind} ${what}`}>
              <th scope="row">{what}</th>
              <td className={classes.before}>{before}</td>
              <td className={classes.after}>{after}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
