import { useTranslation } from '#renderer/ui/i18n.ts';
import { useWords } from '#renderer/desk/words.ts';
import { Page } from '#renderer/ui/Page.tsx';
import { modules } from '#shared/modules/registry.ts';
import classes from './KindsPage.module.css';

/** The index of the book: one tile per kind. */
export function KindsPage() {
  const { t } = useTranslation();
  const words = useWords();
  return (
    <Page title={t('lists.title')} subtitle={t('lists.hint')}>
      <ul className={classes.kinds}>
        {modules.map((module) => (
          <li key={module.kind}>
            <a className={classes.kind} href={`#/documents/${module.kind}`}>
              <span>{words.kind(module.kind)}</span>
              <span className={classes.type}>{module.numberType}</span>
            </a>
          </li>
        ))}
      </ul>
    </Page>
  );
}
