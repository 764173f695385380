// @vitest-environment jsdom
import { cleanup, configure, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { closeTestBooks } from '#renderer/book/book.fixture.ts';
import { renderWithBook } from '#renderer/book/test-book.fixture.tsx';
import { customer } from '#shared/modules/customer/module.ts';
import { saveCustomer } from '#shared/modules/customer/rules.ts';
import { aCustomer, aFile, anOffice, manager, seller, type Office } from '../customers.fixture.ts';
import { EditCustomerPage } from './EditCustomerPage.tsx';
import { NewCustomerPage } from './NewCustomerPage.tsx';

// A busy machine is no reason to fail: waiting ends as soon as there is something to see.
vi.setConfig({ testTimeout: 120_000 });
configure({ asyncUtilTimeout: 30_000, defaultHidden: true });
afterEach(async () => {
  cleanup();
  await closeTestBooks();
});

async function onTheForm(office: Office, path = '/customers/new') {
  const page = await renderWithBook(<NewCustomerPage />, { on: office, actor: seller, path, route: '/customers/new' });
  const name = await screen.findByRole('textbox', { name: /^名称/ });
  return { user: userEvent.setup({ delay: null }), name, path: page.path };
}

const files = async (office: Office) => (await office.book.all({ kind: customer.kind })).rows.map(customer.read);
const save = '{Control>}{Enter}{/Control}';

describe('a new file', () => {
  it('warns while typing that there may be one already, by name without endings and by phone, and saves only after an answer [CRM-12]', async () => {
    const office = await anOffice();
    await aCustomer(office);
    const { user, name } = await onTheForm(office);
    await user.click(name);
    await user.paste('杭州远大纺织机械');
    expect(await screen.findByText('名称相同')).toBeDefined();
    await user.keyboard(save);
    await waitFor(() => expect(screen.getByText('杭州远大纺织机械有限公司')).toBeDefined());
    expect(await files(office)).toHaveLength(1);

    await user.click(screen.getByRole('button', { name: '不是同一位' }));
    await waitFor(() => expect(screen.queryByText('名称相同')).toBeNull());
    await user.keyboard(save);
    await waitFor(async () => expect(await files(office)).toHaveLength(2));
  });

  it('leads to the existing file [CRM-12]', async () => {
    const office = await anOffice();
    const known = await aCustomer(office);
    const { user, name, path } = await onTheForm(office);
    await user.type(name, '林老板');
    await user.click(screen.getByRole('textbox', { name: '电话' }));
    await user.paste('+86 138 0001 0002');
    expect(await screen.findByText('电话相同')).toBeDefined();
    await user.click(screen.getByRole('button', { name: '打开已有档案' }));
    await waitFor(() => expect(path()).toBe(`/customers/${known}`));
  });

  it('marks what is missing or too long at its field and loses nothing [CRM-01]', async () => {
    const office = await anOffice();
    const { user, name } = await onTheForm(office);
    await user.type(screen.getByRole('textbox', { name: '负责人' }), '林宝');
    await user.keyboard(save);
    expect(await screen.findByText('必填')).toBeDefined();
    expect(document.activeElement).toBe(name);
    expect(screen.getByRole('textbox', { name: '负责人' })).toHaveProperty('value', '林宝');
    expect(await files(office)).toHaveLength(0);
    await user.type(name, '远大');
    expect(screen.queryByText('必填')).toBeNull();
    await user.keyboard(save);
    await waitFor(async () => expect((await files(office))[0]?.body).toMatchObject({ name: '远大', contact: '林宝', class: 'ordinary' }));
  });

  it('begins with what was searched for in vain: digits are the phone [CRM-01]', async () => {
    await onTheForm(await anOffice(), '/customers/new?name=13700001111');
    expect(screen.getByRole('textbox', { name: '电话' })).toHaveProperty('value', '13700001111');
  });
});

describe('changing a file', () => {
  it('writes only the fields touched here, so that a colleague’s change of another field stays [CRM-01]', async () => {
    const office = await anOffice();
    const id = await aCustomer(office);
    await renderWithBook(<EditCustomerPage />, {
      on: office,
      actor: seller,
      path: `/customers/${id}/edit?field=phone`,
      route: '/customers/$id/edit',
    });
    const user = userEvent.setup({ delay: null });
    const phone = await screen.findByRole('textbox', { name: '电话' });
    expect(document.activeElement).toBe(phone);
    await user.clear(phone);
    await user.paste('13911112222');
    await office.book.run(manager, saveCustomer({ id, body: aFile({ address: '新地址 1 号' }), candidates: [] }));
    await waitFor(() => expect(screen.getByRole('textbox', { name: '地址' })).toHaveProperty('value', '新地址 1 号'));
    await user.keyboard(save);
    await waitFor(async () => expect((await files(office))[0]?.body).toMatchObject({ phone: '13911112222', address: '新地址 1 号' }));
  });

  it('tells a salesperson that the credit limit is set by others [CRM-01]', async () => {
    const office = await anOffice();
    const id = await aCustomer(office);
    await renderWithBook(<EditCustomerPage />, { on: office, actor: seller, path: `/customers/${id}/edit`, route: '/customers/$id/edit' });
    const user = userEvent.setup({ delay: null });
    const limit = await screen.findByRole('textbox', { name: '信用额度' });
    await user.type(limit, '5000');
    await user.keyboard(save);
    expect(await screen.findByRole('alert')).toBeDefined();
    expect((await files(office))[0]?.body.creditLimit).toBe(0);
  });
});
