import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fitText, wrapText, type Measure } from './measure.ts';
import { planCopies } from './plan-copies.ts';
import { planFlow, type FlowItem } from './plan-flow.ts';
import { planRows } from './plan-rows.ts';

/** Hanzi one em, the rest half. */
const measure: Measure = (text) => [...text].reduce((sum, character) => sum + ((character.codePointAt(0) ?? 0) > 0x2e80 ? 1 : 0.5), 0);
const style = { size: 10, face: 'sans' as const, bold: false };

test('every row stands on exactly one page, in order, and no page is over-full [DSP-02]', () => {
  const rows = fc.array(fc.integer({ min: 1, max: 3 }), { maxLength: 120 });
  fc.assert(
    fc.property(rows, fc.integer({ min: 3, max: 12 }), fc.integer({ min: 3, max: 12 }), (heights, a, b) => {
      const room = { full: Math.max(a, b), last: Math.min(a, b) };
      const pages = planRows(heights, room);
      expect(pages.flat()).toEqual(heights.map((_, index) => index));
      pages.forEach((page, index) => {
        const used = page.reduce((sum, row) => sum + (heights[row] ?? 0), 0);
        expect(used).toBeLessThanOrEqual(index === pages.length - 1 ? room.last : room.full);
        if (pages.length > 1) expect(page.length).toBeGreaterThan(0);
      });
    }),
  );
});

test('totals that leave no room for a row stand on a page after the rows', () => {
  expect(planRows([2, 2], { full: 4, last: 1 })).toEqual([[0, 1], []]);
});

test('a row higher than the paper is refused, not cut', () => {
  expect(() => planRows([5], { full: 4, last: 4 })).toThrow(RangeError);
});

test('a running text loses and repeats nothing, and what belongs together stays together [CON-11]', () => {
  const item = fc.record({ height: fc.integer({ min: 1, max: 30 }), keep: fc.boolean() });
  fc.assert(
    fc.property(fc.array(item, { maxLength: 60 }), (parts) => {
      const items: FlowItem<number>[] = parts.map((part, index) => ({ ...part, draw: index }));
      const pages = planFlow(items, 100);
      expect(pages.flat().map(({ draw }) => draw)).toEqual(items.map(({ draw }) => draw));
      for (const page of pages) expect(page.reduce((sum, { height }) => sum + height, 0)).toBeLessThanOrEqual(100);
      pages.slice(0, -1).forEach((page, number) => {
        const last = page.at(-1);
        if (!last?.keep) return;
        // Only a chain longer than a page may be broken.
        const from = items.slice(0, last.draw + 1).findLastIndex((before, index) => index < last.draw && !before.keep) + 1;
        const to = items.findIndex((after, index) => index >= last.draw && !after.keep);
        const chain = items.slice(from, to < 0 ? undefined : to + 1);
        expect(
          chain.reduce((sum, { height }) => sum + height, 0),
          `page ${number}`,
        ).toBeGreaterThan(100);
      });
    }),
  );
});

test('a line never begins with a full stop or ends with an opening bracket', () => {
  const lines = wrapText(measure, '本合同一式肆份，甲乙双方各执贰份（正本），具有同等法律效力。', 100, style);
  expect(lines.join('')).toBe('本合同一式肆份，甲乙双方各执贰份（正本），具有同等法律效力。');
  for (const line of lines) {
    expect(line).not.toMatch(/^[，。）]/);
    expect(line).not.toMatch(/（$/);
  }
});

test('English words stay whole unless one alone is too long', () => {
  expect(wrapText(measure, 'three phase motor', 60, style)).toEqual(['three phase', 'motor']);
  expect(wrapText(measure, 'ABCDEFGHIJKLMNOP', 40, style)).toEqual(['ABCDEFGH', 'IJKLMNOP']);
});

test('a long name is first set smaller, then on more lines, and never cut', () => {
  expect(fitText(measure, '不锈钢法兰', 60, style, 7)).toEqual({ lines: ['不锈钢法兰'], size: 10 });
  expect(fitText(measure, '不锈钢法兰', 45, style, 7)).toEqual({ lines: ['不锈钢法兰'], size: 9 });
  const long = fitText(measure, '不锈钢法兰加厚型配套密封垫片与螺栓', 45, style, 7);
  expect(long.lines.join('')).toBe('不锈钢法兰加厚型配套密封垫片与螺栓');
  expect(long.lines.length).toBeGreaterThan(1);
});

test('on plain paper each part has its own label; on carbonless paper all parts are listed once [DSP-02 SHP-02]', () => {
  const copies = ['存根联', '客户联', '财务联'].map((name) => ({ name, priced: true }));
  expect(planCopies({ copies, language: 'zh-CN' }, 'plain').map(({ label }) => label)).toEqual([
    '第一联（存根联）',
    '第二联（客户联）',
    '第三联（财务联）',
  ]);
  expect(planCopies({ copies, language: 'zh-CN' }, 'carbonless').map(({ label }) => label)).toEqual(['①存根联白　②客户联红　③财务联黄']);
});

test('parts without prices get a strike of their own on carbonless paper [DSP-02]', () => {
  const copies = [
    { name: '客户联', priced: true },
    { name: '门卫联', priced: false },
  ];
  expect(planCopies({ copies, language: 'zh-CN' }, 'carbonless')).toEqual([
    { label: '①客户联白', color: '#555555', priced: true },
    { label: '②门卫联红', color: '#555555', priced: false },
  ]);
});
