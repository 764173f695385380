import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PaperForm, PaperJob } from './content.ts';
import { layOutPaper } from './lay-out-paper.ts';
import type { Measure } from './measure.ts';
import { aJob, aReceipt, aSalesSlip, everyPaper } from './paper.fixture.ts';
import type { Mark } from './sheet.ts';

/** Hanzi one em, the rest 0.56: close enough to the real font for a layout. */
const measure: Measure = (text) => [...text].reduce((sum, character) => sum + ((character.codePointAt(0) ?? 0) > 0x2e80 ? 1 : 0.56), 0);

function everyJob(changes: Partial<Omit<PaperJob, 'content'>>): PaperJob[] {
  return (['zh-CN', 'en'] as const).flatMap((language) =>
    Object.values(everyPaper(language)).flatMap((content) => {
      const forms: PaperForm[] = content.template === 'contract' ? ['a4'] : ['a4', 'a5', '241x140', '241x93', '80mm'];
      return forms.map((form) => aJob({ ...content, stamp: '作废', printing: 2 }, { ...changes, form }));
    }),
  );
}

test('for a dot-matrix printer everything is pure black, lines are at least 0.75 pt, nothing is smaller than 5.5 pt', () => {
  for (const job of everyJob({ mono: true, copyMode: 'carbonless' })) {
    for (const mark of layOutPaper(job, measure).flatMap((sheet) => sheet.marks.flatMap(withInner))) {
      const colours = JSON.stringify(mark).match(/#[0-9a-f]{6}/g) ?? [];
      expect(new Set(colours.filter((colour) => colour !== '#000000')), job.content.title).toEqual(new Set());
      if (mark.kind === 'turned') expect(mark.opacity).toBe(1);
      if (mark.kind === 'line') expect(mark.width).toBeGreaterThanOrEqual(0.75);
      if (mark.kind === 'text') expect(mark.size).toBeGreaterThanOrEqual(5.5);
    }
  }
});

function withInner(mark: Mark): Mark[] {
  return mark.kind === 'turned' ? [mark, ...mark.marks.flatMap(withInner)] : [mark];
}

test('no text reaches over the margins of any form in either language', () => {
  for (const job of everyJob({})) {
    for (const sheet of layOutPaper(job, measure)) {
      for (const mark of sheet.marks) {
        if (mark.kind !== 'text') continue;
        const right = mark.x + measure(mark.text, mark.face, mark.bold) * mark.size;
        const label = `${job.content.title} ${job.form}: ${mark.text}`;
        expect(mark.x, label).toBeGreaterThanOrEqual(8);
        expect(right, label).toBeLessThanOrEqual(sheet.width - 8);
        expect(mark.y - mark.size, label).toBeGreaterThanOrEqual(0);
        expect(mark.y, label).toBeLessThanOrEqual(sheet.height - 6);
      }
    }
  }
});

test('the same job always makes the same pages, and the job is not touched', () => {
  const job = aJob(aSalesSlip('zh-CN', { count: 40 }), { form: '241x140' });
  const before = structuredClone(job);
  expect(layOutPaper(job, measure)).toEqual(layOutPaper(job, measure));
  expect(job).toEqual(before);
});

test('a head with very many fields still leaves room for goods on the smallest form', () => {
  const slip = aSalesSlip('zh-CN');
  const head = Array.from({ length: 14 }, (_, index) => ({ label: `栏目${index + 1}`, value: '内容内容内容' }));
  const sheets = layOutPaper(aJob({ ...slip, head }, { form: '241x93', copyMode: 'carbonless' }), measure);
  const texts = sheets.flatMap((sheet) => sheet.marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : [])));
  for (const row of slip.rows) expect(texts).toContain(String(row['code']));
});

const words = fc.string({ unit: fc.constantFrom(...'水泵配件经营部绍兴市越城区 ABC-12/3mm²，（）'), maxLength: 160 });
const smallForms = fc.constantFrom<PaperForm>('a4', 'a5', '241x140', '241x93', '80mm');

test('whatever people write, a slip fits every form: what has no room stands in full on an annex [DSP-02]', () => {
  const goods = fc.array(fc.record({ name: words, spec: words, remark: words }), { maxLength: 30 });
  const head = fc.array(words, { maxLength: 12 });
  fc.assert(
    fc.property(head, goods, fc.array(words, { maxLength: 3 }), smallForms, fc.boolean(), (fields, rows, notes, form, mono) => {
      const sample = aSalesSlip('zh-CN', { count: rows.length });
      const content = {
        ...sample,
        head: fields.map((value, index) => ({ label: `栏${index}`, value })),
        rows: sample.rows.map((row, index) => ({ ...row, ...rows[index] })),
        notes,
      };
      const sheets = layOutPaper(aJob(content, { form, mono, copyMode: 'carbonless' }), measure);
      const marks = sheets.flatMap((sheet) => sheet.marks.flatMap((mark) => (mark.kind === 'text' ? [{ ...mark, sheet }] : [])));
      for (const mark of marks) {
        expect(mark.size).toBeGreaterThanOrEqual(5.5);
        expect(mark.y).toBeLessThanOrEqual(mark.sheet.height - 5);
      }
      const printed = marks
        .map((mark) => mark.text)
        .join('')
        .replaceAll(' ', '');
      for (const value of [...fields, ...notes]) expect(printed).toContain(value.replaceAll(' ', ''));
    }),
    { numRuns: 60 },
  );
});

test('whatever people write, a receipt fits every form and can be read', () => {
  fc.assert(
    fc.property(words, words, words, words, smallForms, (payer, reason, order, remark, form) => {
      const sample = aReceipt('zh-CN');
      const content = {
        ...sample,
        payer: { ...sample.payer, value: payer },
        reason: { ...sample.reason, value: reason },
        remarks: [
          { label: '销售单号', value: order },
          { label: '备注', value: remark },
        ],
      };
      const sheets = layOutPaper(aJob(content, { form }), measure);
      for (const mark of sheets.flatMap((sheet) => sheet.marks)) if (mark.kind === 'text') expect(mark.size).toBeGreaterThanOrEqual(5.5);
    }),
    { numRuns: 60 },
  );
});
