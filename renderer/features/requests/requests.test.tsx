// @vitest-environment jsdom
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { closeTestBooks } from '#renderer/book/book.fixture.ts';
import { renderWithBook } from '#renderer/book/test-book.fixture.tsx';
import { RequestSection } from '#renderer/desk/requests/RequestSection.tsx';
import { anOrderOf, aShop, type Shop } from '#renderer/desk/shop.fixture.ts';
import { product } from '#shared/modules/product/module.ts';
import { saveProduct } from '#shared/modules/product/rules.ts';
import { request } from '#shared/modules/request/module.ts';
import { askForGoods, takeRequest } from '#shared/modules/request/rules.ts';
import { RequestPage } from './RequestPage.tsx';

afterEach(async () => {
  cleanup();
  await closeTestBooks();
});

const commit = '{Control>}{Enter}{/Control}';
const setUp = () => userEvent.setup({ delay: null });
const requests = async (shop: Shop) => (await shop.book.all({ kind: request.kind })).rows.map(request.read);

/** Eight kettles ordered of which five are there: three are lacking. */
async function aShortOrder() {
  const shop = await aShop();
  const id = await anOrderOf(shop, 'collect', { quantity: 8_000 });
  const order = (await shop.book.get(id)) ?? expect.fail();
  return { shop, order };
}

const show = (shop: Shop, id: string) =>
  renderWithBook(<RequestPage />, {
    on: shop,
    actor: shop.keeper,
    now: () => shop.clock.now,
    path: `/requests/${id}`,
    route: '/requests/$id',
  });

describe('goods that an order lacks', () => {
  it('are asked for from the order, all that lacks unless less is wanted [STK-09]', async () => {
    const { shop, order } = await aShortOrder();
    const user = setUp();
    await renderWithBook(<RequestSection record={order} />, { on: shop, actor: shop.seller, now: () => shop.clock.now });
    await screen.findByText(/库存不足：电水壶/);
    await user.click(screen.getByRole('button', { name: '提出需求' }));
    const dialog = await screen.findByRole('dialog');
    expect(await within(dialog).findByRole('textbox', { name: '电水壶的数量' })).toHaveProperty('value', '3');
    await user.keyboard(commit);
    await waitFor(async () => expect(await requests(shop)).toHaveLength(1));
    const [asked] = await requests(shop);
    expect(asked).toMatchObject({ status: 'asked', source: order.id, body: { type: 'purchase', sourceNo: order.no } });
    expect(asked?.body.lines.map(({ quantity }) => quantity)).toEqual([3_000]);
    await screen.findByText('所缺的都已提出需求');
  });

  it('come in in parts with slip and certificate, and the last part finishes the request [STK-09 G-28]', async () => {
    const { shop, order } = await aShortOrder();
    const ask = { type: 'purchase' as const, lines: [{ line: 0, quantity: 3_000 }], location: shop.place, needBy: '', notes: '' };
    const { answer } = await shop.does(shop.seller, askForGoods(order.id, ask));
    await shop.does(shop.buyer, takeRequest(answer.request, { from: '永康五金', expected: '' }));
    const user = setUp();
    await show(shop, answer.request);
    const arrive = async (count: string, slip: string, certificate: string) => {
      await user.click(await screen.findByRole('button', { name: /到货入库/ }));
      const dialog = within(await screen.findByRole('dialog'));
      const field = dialog.getByRole('textbox', { name: '电水壶的数量' });
      await user.clear(field);
      await user.type(field, count);
      await user.type(dialog.getByRole('textbox', { name: '来单号' }), slip);
      if (certificate !== '') await user.type(dialog.getByRole('textbox', { name: '合格证号' }), certificate);
      await user.keyboard(commit);
      return dialog;
    };
    const coming = () => shop.book.balance(`coming/${shop.kettle}`);

    const refused = await arrive('2', 'SH-1', '');
    await refused.findByText(/尚缺：.*合格证/);
    expect(await coming()).toBe(3_000);
    await user.type(refused.getByRole('textbox', { name: '合格证号' }), 'HG-1');
    await user.keyboard(commit);
    await waitFor(async () => expect(await coming()).toBe(1_000));
    expect((await shop.book.get(answer.request))?.status).toBe('taken');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());

    await arrive('1', 'SH-2', 'HG-2');
    await waitFor(async () => expect((await shop.book.get(answer.request))?.status).toBe('finished'));
    expect(await coming()).toBe(0);
  });

  it('come in with the numbers of their pieces where goods have them [STK-09 STK-03]', async () => {
    const { shop, order } = await aShortOrder();
    const kettle = product.read((await shop.book.get(shop.kettle)) ?? expect.fail());
    await shop.does(shop.manager, saveProduct(shop.kettle, { ...kettle.body, tracking: 'serial' }, []));
    const ask = { type: 'purchase' as const, lines: [{ line: 0, quantity: 2_000 }], location: shop.place, needBy: '', notes: '' };
    const { answer } = await shop.does(shop.seller, askForGoods(order.id, ask));
    await shop.does(shop.buyer, takeRequest(answer.request, { from: '永康五金', expected: '' }));
    const user = setUp();
    await show(shop, answer.request);
    await user.click(await screen.findByRole('button', { name: /到货入库/ }));
    const dialog = within(await screen.findByRole('dialog'));
    await user.type(dialog.getByRole('textbox', { name: '来单号' }), 'SH-1');
    await user.type(dialog.getByRole('textbox', { name: '合格证号' }), 'HG-1');
    await user.click(await dialog.findByRole('button', { name: '电水壶的编号：已登记 0，应有 2' }));
    const scan = await screen.findByRole('textbox', { name: '扫描或输入序列号' });
    await user.type(scan, 'dk-1{Enter}dk-2{Enter}');
    await user.click(screen.getByRole('button', { name: /^完成/ }));
    await user.click(await dialog.findByRole('textbox', { name: '来单号' }));
    await user.keyboard(commit);
    await waitFor(async () => expect((await shop.book.get(answer.request))?.status).toBe('finished'));
    const [slip] = (await shop.book.all({ kind: 'inbound' })).rows;
    expect(slip?.body).toMatchObject({ location: shop.place, lines: [{ quantity: 2_000, serials: ['DK-1', 'DK-2'] }] });
  });
});
