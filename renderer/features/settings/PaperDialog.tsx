import { Checkbox, NumberInput, Select, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { problemText } from '#renderer/book/problem-text.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { usePrinters } from '#renderer/desk/printing/use-printers.ts';
import { ActionButton } from '#renderer/ui/ActionButton.tsx';
import { FormDialog } from '#renderer/ui/FormDialog.tsx';
import { FormGrid, WideRow } from '#renderer/ui/FormGrid.tsx';
import { notify } from '#renderer/ui/notify.tsx';
import { stampOf } from '#shared/core/calendar.ts';
import { blankCompany } from '#shared/modules/company/module.ts';
import type { PrinterProfile } from '#shared/host/contract.ts';
import { makeCalibration, type PaperKind } from '#shared/modules/paper-registry.ts';

export interface PaperDialogProps {
  paper: PaperKind;
  profile: PrinterProfile;
  onClose: () => void;
}

/** One paper's printer, form, parts and fine adjustment. */
export function PaperDialog({ paper, profile, onClose }: PaperDialogProps) {
  const { t, i18n } = useTranslation();
  const { host, info, settings, actor, saveSettings } = useDesk();
  const printers = usePrinters();
  const [form, setForm] = useState(profile);
  const usual = paper.copies.map(({ key }) => t(`paperWords.copies.${key}`));
  const [copies, setCopies] = useState((settings.copies[paper.id] ?? usual).join('\n'));
  const title = t(`paperWords.titles.${paper.id}`);
  const driver = printers.find((printer) => printer.name === form.printer);
  const names = copies
    .split('\n')
    .map((name) => name.trim())
    .filter(Boolean);

  const save = async () => {
    const own = names.length === 0 || names.join('\n') === usual.join('\n') ? [] : [[paper.id, names] as const];
    const others = Object.entries(settings.copies).filter(([id]) => id !== paper.id);
    await saveSettings({
      printers: { ...settings.printers, [paper.id]: form },
      copies: Object.fromEntries([...others, ...own]),
    });
    notify.done(t('settings.printing.saved', { paper: title }));
    onClose();
  };

  const calibrate = async () => {
    const now = Date.now();
    const content = makeCalibration({
      language: i18n.language === 'en' ? 'en' : 'zh-CN',
      company: info.identity?.company ?? '',
      branch: info.identity?.branchName ?? '',
      branchAddress: '',
      branchPhone: '',
      details: blankCompany,
      printedAt: stampOf(now, settings.offsetMinutes),
      by: actor.name,
    });
    const { form: paperForm, mono, offset, scale } = form;
    try {
      await host.call('printers.print', {
        job: { content, form: paperForm, copyMode: 'carbonless', mono, offset, scale },
        title: t('settings.printing.calibrate'),
        documentId: '',
        paper: 'calibration',
        printer: form.printer,
        formName: form.formName,
        by: actor.id,
      });
    } catch (problem) {
      notify.failed(t('shell.print.failed', { problem: problemText(problem) }));
    }
  };

  return (
    <FormDialog
      opened
      onClose={onClose}
      title={title}
      commit={t('common.save')}
      onCommit={save}
      size={620}
      foot={
        <ActionButton variant="default" onAct={calibrate}>
          {t('settings.printing.calibrate')}
        </ActionButton>
      }
    >
      <FormGrid columns={2}>
        <Select
          label={t('settings.printing.printer')}
          data={[{ value: '', label: t('shell.print.viewer') }, ...printers.map(({ name }) => ({ value: name, label: name }))]}
          value={form.printer}
          onChange={(printer) => setForm({ ...form, printer: printer ?? '', formName: '' })}
          allowDeselect={false}
        />
        <Select
          label={t('settings.printing.form')}
          data={paper.forms.map((one) => ({ value: one, label: t(`shell.forms.${one}`) }))}
          value={form.form}
          onChange={(next) => setForm({ ...form, form: paper.forms.find((one) => one === next) ?? form.form })}
          allowDeselect={false}
        />
        {driver && driver.forms.length > 0 ? (
          <Select
            label={t('settings.printing.formName')}
            description={t('settings.printing.formNameHint')}
            data={['', ...driver.forms]}
            value={form.formName}
            onChange={(formName) => setForm({ ...form, formName: formName ?? '' })}
            searchable
          />
        ) : (
          <TextInput
            label={t('settings.printing.formName')}
            description={t('settings.printing.formNameHint')}
            value={form.formName}
            onChange={(event) => setForm({ ...form, formName: event.currentTarget.value })}
          />
        )}
        <Select
          label={t('settings.printing.copyMode')}
          data={(['carbonless', 'plain'] as const).map((mode) => ({ value: mode, label: t(`shell.print.${mode}`) }))}
          value={form.copyMode}
          onChange={(mode) => setForm({ ...form, copyMode: mode === 'plain' ? 'plain' : 'carbonless' })}
          allowDeselect={false}
        />
        {(['x', 'y'] as const).map((side) => (
          <NumberInput
            key={side}
            label={t(side === 'x' ? 'settings.printing.offsetX' : 'settings.printing.offsetY')}
            value={form.offset[side]}
            min={-30}
            max={30}
            step={0.5}
            decimalScale={1}
            onChange={(value) => setForm({ ...form, offset: { ...form.offset, [side]: typeof value === 'number' ? value : 0 } })}
          />
        ))}
        <NumberInput
          label={t('settings.printing.scale')}
          value={form.scale}
          min={900}
          max={1100}
          allowDecimal={false}
          onChange={(value) => setForm({ ...form, scale: typeof value === 'number' ? value : 1000 })}
        />
        <Checkbox
          label={t('settings.printing.mono')}
          checked={form.mono}
          onChange={(event) => setForm({ ...form, mono: event.currentTarget.checked })}
        />
        <WideRow>
          <Textarea
            label={t('settings.printing.copies')}
            description={t('settings.printing.copiesHint')}
            value={copies}
            onChange={(event) => setCopies(event.currentTarget.value)}
            error={names.length > 6 || names.some((name) => name.length > 20) ? t('common.atMost', { limit: 6 }) : undefined}
          />
        </WideRow>
        <WideRow>{t('settings.printing.calibrateHint')}</WideRow>
      </FormGrid>
    </FormDialog>
  );
}
