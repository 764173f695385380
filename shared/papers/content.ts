/**
 * What a paper says, already in the words of its language: plain data that crosses the host border.
 * A module's `paper.ts` makes it from documents; the templates in this folder turn it into a page.
 */
import { z } from 'zod';

/** Everything printable is text; amounts and quantities arrive formatted except where a sum per page is needed. */
const labelled = z.strictObject({ label: z.string(), value: z.string(), wide: z.boolean().optional() });

const column = z.strictObject({
  key: z.string(),
  label: z.string(),
  /** Share of the table's width. */
  width: z.number().positive(),
  align: z.enum(['left', 'center', 'right']).default('left'),
  /** 'fen' and 'milli' cells hold integers and can be summed per page. */
  type: z.enum(['text', 'fen', 'milli', 'index']).default('text'),
  /** Summed in 本页小计 and 合计. */
  summed: z.boolean().default(false),
});

/** One of the parts of a multi-part form: 第二联（客户联）. */
const copy = z.strictObject({ name: z.string(), priced: z.boolean().default(true) });

const common = {
  company: z.string(),
  branch: z.string(),
  title: z.string(),
  no: z.string(),
  day: z.string(),
  /** Text in the QR code, '' for none. */
  code: z.string(),
  language: z.enum(['zh-CN', 'en']),
  /** 草稿, 作废, 已付款, 未放行…: drawn as a stamp across the page; '' for none. */
  stamp: z.string().default(''),
  /** Number of this printing; from the second on the paper says 补打 / reprint. */
  printing: z.number().int().min(1),
  maker: z.string(),
  printedAt: z.string(),
  copies: z.array(copy).min(1),
};

/** Slips, notes, receipts: a head, an optional table, totals, signatures. One template draws them all. */
export const slipContent = z.strictObject({
  template: z.literal('slip'),
  ...common,
  head: z.array(labelled),
  columns: z.array(column),
  rows: z.array(z.record(z.string(), z.union([z.string(), z.number()]))),
  /** Keys of the columns that an unpriced copy leaves out (单价, 金额). */
  priceColumns: z.array(z.string()).default([]),
  /** 合计金额（大写）, 应收, 实收…: below the table, in order; left out on an unpriced copy when `price`. */
  totals: z.array(labelled.extend({ strong: z.boolean().optional(), price: z.boolean().optional() })),
  /** Negative papers print 红字. */
  red: z.boolean().default(false),
  notes: z.array(z.string()),
  signatures: z.array(z.string()),
  /** Place for a seal beside the signatures, '' for none: 「收款单位（章）」. */
  seal: z.string().default(''),
});

/** 收款收据 and 订金收据: large amount in words, few lines. */
export const receiptContent = z.strictObject({
  template: z.literal('receipt'),
  ...common,
  payer: labelled,
  reason: labelled,
  words: labelled,
  amount: labelled,
  method: labelled,
  remarks: z.array(labelled),
  red: z.boolean().default(false),
  notes: z.array(z.string()),
  signatures: z.array(z.string()),
  seal: z.string().default(''),
});

/** 购销合同: parties, numbered clauses (one may hold the goods table), signature block. */
export const contractContent = z.strictObject({
  template: z.literal('contract'),
  ...common,
  place: labelled,
  signed: labelled,
  parties: z.array(labelled),
  preamble: z.string(),
  clauses: z.array(
    z.strictObject({
      heading: z.string(),
      paragraphs: z.array(z.string()),
      table: z
        .strictObject({
          columns: z.array(column),
          rows: z.array(z.record(z.string(), z.union([z.string(), z.number()]))),
          totals: z.array(labelled),
        })
        .optional(),
    }),
  ),
  closing: z.string(),
  signatories: z.array(z.strictObject({ title: z.string(), lines: z.array(labelled) })),
});

/** A ruler and grid to measure a printer's offset and scale. */
export const calibrationContent = z.strictObject({ template: z.literal('calibration'), ...common });

export const paperContent = z.discriminatedUnion('template', [slipContent, receiptContent, contractContent, calibrationContent]);

export const paperForms = ['a4', 'a5', '241x140', '241x93', '80mm'] as const;

export const paperJob = z.strictObject({
  content: paperContent,
  form: z.enum(paperForms),
  /** carbonless: print once, all parts listed at the edge; plain: one page set per copy with its own label. */
  copyMode: z.enum(['carbonless', 'plain']),
  /** Dot matrix: black only, no fills, lines at least 0.75 pt. */
  mono: z.boolean(),
  /** Millimetres the whole page is moved, and scale in per mille, from the printer's calibration. */
  offset: z.strictObject({ x: z.number(), y: z.number() }),
  scale: z.number().int().min(900).max(1100),
});

export type PaperColumn = z.infer<typeof column>;
export type SlipContent = z.infer<typeof slipContent>;
export type ReceiptContent = z.infer<typeof receiptContent>;
export type ContractContent = z.infer<typeof contractContent>;
export type CalibrationContent = z.infer<typeof calibrationContent>;
export type PaperContent = z.infer<typeof paperContent>;
export type PaperForm = (typeof paperForms)[number];
export type PaperJob = z.infer<typeof paperJob>;
