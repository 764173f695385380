import { Modal, Select, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import { paperKindsOf, printingOf, type PaperKind } from '#shared/modules/paper-registry.ts';
import { markPrinted } from '#shared/modules/printing.ts';
import { problemText } from '../../book/problem-text.ts';
import { useLive } from '../../book/use-live.ts';
import { useDesk } from '../../desk/desk.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { notify } from '../../ui/notify.tsx';
import { PdfPreview } from '../../ui/PdfPreview.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { ShortcutLayer } from '../../ui/ShortcutLayer.tsx';
import { profileFor, rememberedChoice, type PrintChoice } from '../../desk/printing/make-job.ts';
import classes from './PrintDialog.module.css';
import { usePaper } from './use-paper.ts';
import { usePrinters } from '../../desk/printing/use-printers.ts';

export interface PrintDialogProps {
  record: AnyRecord;
  /** Paper kind's id; the first one available when left out. */
  paper: string | undefined;
  onClose: () => void;
}

/** The true paper, before it is printed: what is seen is the PDF that goes to the printer. */
export function PrintDialog({ record: asked, paper, onClose }: PrintDialogProps) {
  const { t, i18n } = useTranslation();
  const found = useLive(async (read) => (await read.get(asked.id)) ?? asked, [asked.id]);
  const record = found.state === 'ready' ? found.value : asked;
  const papers = paperKindsOf(record.kind).filter((kind) => kind.available(record));
  const [chosen, setChosen] = useState(paper ?? '');
  const kind = papers.find((one) => one.id === chosen) ?? papers[0];
  const title = kind ? t(`paperWords.titles.${kind.id}` as never) : t('shell.print.title');
  return (
    <Modal
      opened
      onClose={onClose}
      size="min(1180px, 96vw)"
      title={`${title as string} ${record.no}`}
      padding={0}
      classNames={{ header: classes.header }}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {kind === undefined ? (
        <Empty title={t('shell.print.nothing')} />
      ) : (
        <ShortcutLayer>
          <Paper
            key={kind.id}
            {...{ record, kind, papers, onClose }}
            onPaper={setChosen}
            language={i18n.language === 'en' ? 'en' : 'zh-CN'}
          />
        </ShortcutLayer>
      )}
    </Modal>
  );
}

interface PaperProps {
  record: AnyRecord;
  kind: PaperKind;
  papers: readonly PaperKind[];
  onPaper: (id: string) => void;
  onClose: () => void;
  language: 'zh-CN' | 'en';
}

function Paper({ record, kind, papers, onPaper, onClose, language }: PaperProps) {
  const { t } = useTranslation();
  const { host, settings, actor, run, saveSettings } = useDesk();
  const printers = usePrinters();
  const [choice, setChoice] = useState<PrintChoice>(() => rememberedChoice(kind, settings, language));
  const { paper, job } = usePaper(record, kind, choice);
  const printing = printingOf(record, kind.id);
  const profile = profileFor(kind, choice, settings);

  const send = async () => {
    if (job === null) return;
    const title = `${t(`paperWords.titles.${kind.id}` as never) as string} ${record.no}`;
    try {
      const queued = await host.call('printers.print', {
        job,
        title,
        documentId: record.id,
        paper: kind.id,
        printer: choice.printer,
        formName: profile.formName,
        by: actor.id,
      });
      // Handed to the queue: from here on it counts as printed once more, whatever the printer does with it.
      await run(markPrinted(record.id, { paper: kind.id, printer: choice.printer, copies: job.content.copies.length }));
      await saveSettings({ printers: { ...settings.printers, [kind.id]: profile } });
      notify.done(
        choice.printer === '' ? t('shell.print.opened', { title: queued.title }) : t('shell.print.queued', { title: queued.title }),
      );
      onClose();
    } catch (problem) {
      notify.failed(t('shell.print.failed', { problem: problemText(problem) }));
    }
  };

  return (
    <div className={classes.split}>
      <div className={classes.paper}>
        <PdfPreview title={t(`paperWords.titles.${kind.id}` as never) as string} paper={paper} />
      </div>
      <form
        className={classes.options}
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <Select
          label={t('shell.print.paper')}
          data={papers.map((one) => ({ value: one.id, label: t(`paperWords.titles.${one.id}` as never) as string }))}
          value={kind.id}
          onChange={(id) => id !== null && onPaper(id)}
          allowDeselect={false}
        />
        <Select
          label={t('shell.print.printer')}
          data={[
            { value: '', label: t('shell.print.viewer') },
            ...printers.map((printer) => ({ value: printer.name, label: printer.name })),
          ]}
          value={choice.printer}
          onChange={(printer) => setChoice({ ...choice, printer: printer ?? '' })}
          allowDeselect={false}
        />
        <Select
          label={t('shell.print.form')}
          data={kind.forms.map((form) => ({ value: form, label: t(`shell.forms.${form}`) }))}
          value={choice.form}
          onChange={(form) => {
            const next = kind.forms.find((one) => one === form);
            if (next) setChoice({ ...choice, form: next });
          }}
          allowDeselect={false}
        />
        <Select
          label={t('shell.print.copyMode')}
          data={(['carbonless', 'plain'] as const).map((mode) => ({ value: mode, label: t(`shell.print.${mode}`) }))}
          value={choice.copyMode}
          onChange={(mode) => setChoice({ ...choice, copyMode: mode === 'plain' ? 'plain' : 'carbonless' })}
          allowDeselect={false}
        />
        <Select
          label={t('shell.print.language')}
          data={[
            { value: 'zh-CN', label: '中文' },
            { value: 'en', label: 'English' },
          ]}
          value={choice.language}
          onChange={(next) => setChoice({ ...choice, language: next === 'en' ? 'en' : 'zh-CN' })}
          allowDeselect={false}
        />
        {printing > 1 && (
          <Text size="sm" c="orange">
            {t('shell.print.reprint', { count: printing })}
          </Text>
        )}
        <ActionButton fullWidth shortcut="mod+Enter" onAct={send} {...(paper.state === 'ready' ? {} : { blocked: t('common.loading') })}>
          {t('shell.print.send')}
        </ActionButton>
        <Text size="xs" c="dimmed">
          {t('shell.print.remembered')}
        </Text>
      </form>
    </div>
  );
}
