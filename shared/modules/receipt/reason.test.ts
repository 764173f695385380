import { expect, test } from 'vitest';
import { receiptReason } from './reason.ts';
import type { Receipt } from './module.ts';

function aReceipt(given: Partial<Receipt>, ...numbers: string[]): Receipt {
  const parts = numbers.map((no) => ({ source: no, no, party: '', amount: 100 }));
  const { type = 'payment', reason = '', remarks = '' } = given;
  return { type, reason, remarks, parts } as Receipt;
}

test('money for several debts is said in words, not in bare numbers, in both languages [PAY-03 PAY-04]', () => {
  expect(receiptReason(aReceipt({ reason: 'XS-1、XS-2、XS-3' }, 'XS-1', 'XS-2', 'XS-3'), 'zh-CN')).toBe('货款（XS-1 等 3 笔）');
  expect(receiptReason(aReceipt({ reason: 'XS-1、XS-2' }, 'XS-1', 'XS-2'), 'en')).toBe('goods, XS-1 and others (2 papers)');
  expect(receiptReason(aReceipt({ reason: 'XS-1' }, 'XS-1'), 'zh-CN')).toBe('货款（XS-1）');
  expect(receiptReason(aReceipt({ type: 'deposit' }, 'XS-1'), 'zh-CN')).toBe('订金（XS-1）');
  expect(receiptReason(aReceipt({ type: 'deposit', remarks: '设备定金' }, 'XS-1'), 'zh-CN')).toContain('定金');
});

test('what somebody wrote stays as it was written', () => {
  expect(receiptReason(aReceipt({ reason: '清明前欠款' }, 'XS-1', 'XS-2'), 'en')).toBe('清明前欠款');
  expect(receiptReason(aReceipt({ type: 'red', reason: 'XS-1' }, 'XS-1'), 'zh-CN')).toBe('XS-1');
});
