// @vitest-environment jsdom
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { closeTestBooks } from '#renderer/book/book.fixture.ts';
import { renderWithBook } from '#renderer/book/test-book.fixture.tsx';
import { anOrderOf, aRegular, aShop, type Shop } from '#renderer/desk/shop.fixture.ts';
import { VerdictNotice } from '#renderer/desk/verdicts/VerdictNotice.tsx';
import { ok } from '#shared/core/result.ts';
import { commitNew, untyped } from '#shared/documents/act.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import { customer } from '#shared/modules/customer/module.ts';
import { takeMoney } from '#shared/modules/receipt/rules.ts';
import type { Judgement } from '#shared/modules/verdict/judgement.ts';
import { verdictId } from '#shared/modules/verdict/module.ts';
import type { Actor } from '#shared/policy/roles.ts';
import { VerdictsSection } from './papers/VerdictsSection.tsx';
import { aVerdict } from './sync.fixture.ts';

afterEach(async () => {
  cleanup();
  await closeTestBooks();
});

async function judged(shop: Shop, id: string, type: 'opened' | 'returned', judgement: Partial<Judgement>): Promise<AnyRecord> {
  const paper = await shop.book.get(id);
  if (!paper) throw new Error('no paper');
  await shop.book.run(shop.manager, async () => ok({ records: [aVerdict(paper, type, judgement)], answer: null }));
  return paper;
}

async function seenBy(shop: Shop, actor: Actor, ui = <VerdictsSection />) {
  await renderWithBook(ui, { on: shop, actor, now: () => shop.clock.now });
  return userEvent.setup({ delay: null });
}

const reason = (words: string) => [{ code: 'SamePhone', values: { phone: '13900002222', name: words } }];

async function aReceipt(shop: Shop): Promise<string> {
  const order = await anOrderOf(shop, 'carry');
  const paid = await shop.does(shop.cashier, takeMoney({ order, method: 'cash', amount: 25_900, tendered: 25_900, reason: '' }));
  return paid.answer.receipt;
}

const answerReason = async (user: ReturnType<typeof userEvent.setup>, title: RegExp, words: string, button: RegExp) => {
  const dialog = await screen.findByRole('dialog', { name: title });
  await user.type(within(dialog).getByRole('textbox'), words);
  await user.click(within(dialog).getByRole('button', { name: button }));
};

describe('what the centre found', () => {
  it('a returned receipt is corrected by a red one in one step', async () => {
    const shop = await aShop();
    const id = await aReceipt(shop);
    const paper = await judged(shop, id, 'returned', { reasons: [{ code: 'MoreThanDue', values: { due: 0 } }] });
    const user = await seenBy(shop, shop.cashier);
    const card = await screen.findByRole('article', { name: new RegExp(paper.no) });
    await user.click(within(card).getByRole('button', { name: '更正' }));
    await answerReason(user, /^更正/, '重复收款', /更正/);
    await waitFor(async () => expect((await shop.book.get(verdictId(id)))?.status).toBe('settled'));
    expect((await shop.book.get(id))?.status).toBe('reversed');
    await waitFor(() => expect(screen.queryByRole('article')).toBeNull());
  });

  it('the manager lets a paper stand with a reason; the cashier may not', async () => {
    const shop = await aShop();
    const id = await aReceipt(shop);
    await judged(shop, id, 'returned', {});
    await seenBy(shop, shop.cashier);
    expect((await screen.findByRole('button', { name: '保留' })).getAttribute('aria-disabled')).toBe('true');
    cleanup();

    const user = await seenBy(shop, shop.manager);
    await user.click(await screen.findByRole('button', { name: '保留' }));
    await answerReason(user, /^保留/, '客户要求分两次', /保留/);
    await waitFor(async () => expect((await shop.book.get(verdictId(id)))?.status).toBe('settled'));
    expect((await shop.book.get(id))?.status).not.toBe('reversed');
  });

  it('a customer entered twice is shown beside the other, and becomes one', async () => {
    const shop = await aShop();
    const twin = await shop.does(shop.manager, async (_read, moment) => {
      const made = commitNew(customer, aRegular({ name: '远山宾馆二部' }), moment);
      return made.ok ? ok({ records: [untyped(made.value)], answer: made.value.id }) : made;
    });
    await judged(shop, twin.answer, 'opened', { reasons: reason('远山宾馆'), others: [shop.regular] });
    const user = await seenBy(shop, shop.manager);
    const card = await screen.findByRole('article');
    expect(within(card).getByText(/电话 13900002222 已登记在客户“远山宾馆”名下/)).toBeDefined();
    const table = await within(card).findByRole('table');
    expect(within(table).getByRole('row', { name: /^本单.*远山宾馆二部/ })).toBeDefined();
    const other = within(table).getByRole('row', { name: /^另一张单据.*远山宾馆/ });
    expect(within(other).getByRole('link').getAttribute('href')).toBe(`#/customers/${shop.regular}`);
    await user.click(within(card).getByRole('button', { name: '更正' }));
    await answerReason(user, /^更正/, '同一家客户', /更正/);
    await waitFor(async () => expect((await shop.book.get(twin.answer))?.status).toBe('merged'));
  });

  it('a rule the paper broke is shown with its numbers', async () => {
    const shop = await aShop();
    const id = await anOrderOf(shop, 'carry');
    const stamp = { gate: 'G-36', version: 1, result: 'blocked' as const, facts: {} };
    await judged(shop, id, 'returned', {
      gates: [{ gate: 'G-36', result: 'blocked', values: { limit: 50_000, used: 40_000, amount: 25_900 }, override: ['manager'], stamp }],
    });
    await seenBy(shop, shop.seller);
    expect(within(await screen.findByRole('article')).getByText(/G-36/)).toBeDefined();
  });

  it('stands on the paper’s own page until somebody has decided', async () => {
    const shop = await aShop();
    const id = await aReceipt(shop);
    await judged(shop, id, 'opened', { reasons: reason('甲') });
    const user = await seenBy(shop, shop.manager, <VerdictNotice id={id} />);
    await user.click(await screen.findByRole('button', { name: '保留' }));
    await answerReason(user, /^保留/, '没有问题', /保留/);
    await waitFor(() => expect(screen.queryByRole('article')).toBeNull());
  });
});
