import { useTranslation } from '#renderer/ui/i18n.ts';
import { Section } from '../ui/Section.tsx';
import type { AnyRecord } from '#shared/documents/record.ts';
import { paperKindsOf, printingOf } from '#shared/modules/paper-registry.ts';

/** Which papers of a document were printed, and how often. */
export function PrintedPapers({ record }: { record: AnyRecord }) {
  const { t } = useTranslation();
  const papers = paperKindsOf(record.kind);
  if (papers.length === 0) return null;
  const printed = papers.map((paper) => ({ paper, count: printingOf(record, paper.id) - 1 })).filter(({ count }) => count > 0);
  return (
    <Section title={t('lists.papers')}>
      {printed.length === 0
        ? t('lists.neverPrinted')
        : printed.map(({ paper, count }) => (
            <div key={paper.id}>{t('lists.printedTimes', { count, paper: t(`paperWords.titles.${paper.id}` as never) as string })}</div>
          ))}
    </Section>
  );
}
