/** Field types that several nouns share. Text is trimmed where it comes in; '' means not given. */
import { z } from 'zod';
import { isDay } from '#shared/core/calendar.ts';
import { LARGEST_FEN } from '#shared/core/money.ts';

export const text = (longest: number) => z.string().trim().max(longest);
export const required = (longest: number) => z.string().trim().min(1).max(longest);
/** Integer fen, signed. */
export const fen = z.number().int().min(-LARGEST_FEN).max(LARGEST_FEN);
/** Integer fen, zero or more. */
export const price = z.number().int().min(0).max(LARGEST_FEN);
/** Integer thousandths, more than zero. */
export const quantity = z.number().int().min(1).max(LARGEST_FEN);
export const day = z.string().refine(isDay);
/** A business date or '' for none. */
export const optionalDay = z.string().refine((value) => value === '' || isDay(value));
/** 'HH:MM' */
export const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
export const id = z.string().max(40);
/** SHA-256 of a file kept by the host, '' for none. */
export const file = z.string().regex(/^([0-9a-f]{64})?$/);

/** Goods as a paper names them: copied from the product at the time, so that the paper never changes. */
export const goods = {
  product: id,
  code: text(40),
  name: required(120),
  spec: text(80),
  unit: required(12),
};

export const methods = ['cash', 'wechat', 'alipay', 'card', 'transfer', 'cheque'] as const;
export type Method = (typeof methods)[number];
