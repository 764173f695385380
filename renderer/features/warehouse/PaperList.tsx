import { ActionIcon } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import { paperKindsOf, printingOf } from '#shared/modules/paper-registry.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { Section } from '#renderer/ui/Section.tsx';
import classes from './PaperList.module.css';

/** Every paper of a case with how often it was printed, and one click to print it (DSP-02). */
export function PaperList({ records }: { records: readonly AnyRecord[] }) {
  const { t } = useTranslation();
  const { print } = useDesk();
  const papers = records.flatMap((record) =>
    paperKindsOf(record.kind)
      .filter((paper) => paper.available(record))
      .map((paper) => ({ record, paper, printed: printingOf(record, paper.id) - 1 })),
  );
  return (
    <Section title={t('warehouse.page.papers')} flush>
      <ul className={classes.list}>
        {papers.map(({ record, paper, printed }) => {
          const title = t(`paperWords.titles.${paper.id}`);
          return (
            <li key={record.id + paper.id} className={classes.paper}>
              <div className={classes.words}>
                <div className={classes.title}>{title}</div>
                <div className={classes.times}>
                  {printed === 0 ? t('warehouse.page.notPrinted') : t('warehouse.page.times', { count: printed })}
                  <span className={classes.no}>{record.no}</span>
                </div>
              </div>
              <ActionIcon aria-label={`${t('common.print')} ${title} ${record.no}`} onClick={() => print(record, paper.id)}>
                <IconPrinter size={17} stroke={1.6} aria-hidden="true" />
              </ActionIcon>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
