import type { Reader } from '#shared/documents/reader.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import { stampOf } from '#shared/core/calendar.ts';
import { printingOf, type PaperContext, type PaperKind } from '#shared/modules/paper-registry.ts';
import type { PrinterProfile, Settings } from '#shared/host/contract.ts';
import type { PaperJob } from '#shared/papers/content.ts';

export interface PrintChoice {
  form: PrinterProfile['form'];
  copyMode: PrinterProfile['copyMode'];
  /** '' opens the PDF. */
  printer: string;
  language: PaperContext['language'];
}

/** What the office chose last time for this paper, or what the paper suggests. */
export function rememberedChoice(kind: PaperKind, settings: Settings, language: PaperContext['language']): PrintChoice {
  const kept = settings.printers[kind.id];
  return {
    form: kept && kind.forms.includes(kept.form) ? kept.form : kind.form,
    copyMode: kept?.copyMode ?? kind.copyMode,
    printer: kept?.printer ?? '',
    language,
  };
}

/** The driver settings and calibration kept for the paper, with `choice` on top. */
export function profileFor(kind: PaperKind, choice: PrintChoice, settings: Settings): PrinterProfile {
  const kept = settings.printers[kind.id];
  const same = kept !== undefined && kept.printer === choice.printer && kept.form === choice.form;
  const dotMatrix = choice.form === '241x140' || choice.form === '241x93';
  return {
    printer: choice.printer,
    form: choice.form,
    copyMode: choice.copyMode,
    formName: same ? kept.formName : '',
    mono: same ? kept.mono : dotMatrix || choice.form === '80mm',
    offset: same ? kept.offset : { x: 0, y: 0 },
    scale: same ? kept.scale : 1000,
  };
}

/** Everything the host needs to draw the paper. */
export async function makeJob(
  read: Reader,
  record: AnyRecord,
  kind: PaperKind,
  profile: PrinterProfile,
  context: Omit<PaperContext, 'printedAt' | 'printing'>,
  settings: Settings,
  now: number,
): Promise<PaperJob> {
  const copies = settings.copies[kind.id];
  const content = await kind.make(read, record, {
    ...context,
    ...(copies ? { copies } : {}),
    printedAt: stampOf(now, settings.offsetMinutes),
    printing: printingOf(record, kind.id),
  });
  const { form, copyMode, mono, offset, scale } = profile;
  return { content, form, copyMode, mono, offset, scale };
}
