import { useState } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { profileFor, rememberedChoice } from '#renderer/desk/printing/make-job.ts';
import { DataTable, type Column } from '#renderer/ui/DataTable.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import type { PrinterProfile } from '#shared/host/contract.ts';
import { paperKinds, type PaperKind } from '#shared/modules/paper-registry.ts';
import { PaperDialog } from './PaperDialog.tsx';
import { PrintQueue } from './PrintQueue.tsx';

interface Row {
  paper: PaperKind;
  profile: PrinterProfile;
}

/** Where and how each paper prints, and what the printers are doing. */
export function PrintingTab() {
  const { t, i18n } = useTranslation();
  const { settings } = useDesk();
  const [opened, setOpened] = useState<Row | null>(null);
  const language = i18n.language === 'en' ? 'en' : 'zh-CN';
  const rows = paperKinds.map((paper): Row => ({
    paper,
    profile: profileFor(paper, rememberedChoice(paper, settings, language), settings),
  }));
  const columns: Column<Row>[] = [
    { key: 'paper', header: t('settings.printing.paper'), width: 220, grow: 1, render: ({ paper }) => t(`paperWords.titles.${paper.id}`) },
    {
      key: 'printer',
      header: t('settings.printing.printer'),
      width: 200,
      render: ({ profile }) => profile.printer || t('shell.print.viewer'),
    },
    { key: 'form', header: t('settings.printing.form'), width: 150, render: ({ profile }) => t(`shell.forms.${profile.form}`) },
    { key: 'copyMode', header: t('settings.printing.copyMode'), width: 220, render: ({ profile }) => t(`shell.print.${profile.copyMode}`) },
    {
      key: 'adjust',
      header: `${t('settings.printing.offsetX')} / ${t('settings.printing.offsetY')}`,
      width: 180,
      align: 'right',
      render: ({ profile }) => `${profile.offset.x} / ${profile.offset.y} · ${profile.scale}‰`,
    },
  ];
  return (
    <>
      <Section title={t('settings.printing.papers')} hint={t('settings.printing.papersHint')} flush>
        <DataTable
          label={t('settings.printing.papers')}
          columns={columns}
          rows={rows}
          rowKey={({ paper }) => paper.id}
          onOpen={setOpened}
        />
      </Section>
      <PrintQueue />
      {opened !== null && <PaperDialog paper={opened.paper} profile={opened.profile} onClose={() => setOpened(null)} />}
    </>
  );
}
