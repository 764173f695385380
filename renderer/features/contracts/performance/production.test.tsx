// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { closeTestBooks } from '#renderer/book/book.fixture.ts';
import { renderWithBook } from '#renderer/book/test-book.fixture.tsx';
import { NOW } from '#renderer/desk/shop.fixture.ts';
import { readAs } from '#shared/documents/step.ts';
import { contract } from '#shared/modules/contract/module.ts';
import { inbound } from '#shared/modules/inbound/module.ts';
import { certifyLot } from '#shared/modules/notice/certificate.ts';
import { notice } from '#shared/modules/notice/module.ts';
import { product } from '#shared/modules/product/module.ts';
import { saveProduct } from '#shared/modules/product/rules.ts';
import type { Actor } from '#shared/policy/roles.ts';
import { anEffective, anOffice, aProducing, type Office } from '../contracts.fixture.ts';
import { CertificateDialog } from './CertificateDialog.tsx';
import { NoticeDialog } from './NoticeDialog.tsx';
import { ReceiveDialog } from './ReceiveDialog.tsx';

afterEach(async () => {
  cleanup();
  await closeTestBooks();
});

const commit = () => userEvent.keyboard('{Control>}{Enter}{/Control}');
const open = (office: Office, actor: Actor, dialog: React.ReactNode) => renderWithBook(dialog, { on: office, actor, now: () => NOW });
const type = (dialog: HTMLElement, name: string | RegExp, value: string) => {
  const field = within(dialog).getByRole('textbox', { name });
  fireEvent.change(field, { target: { value } });
  fireEvent.blur(field);
};
const valueOf = (dialog: HTMLElement, name: string) => within(dialog).getByRole<HTMLInputElement>('textbox', { name }).value;
const noticeOf = async (office: Office, id: string) => (await readAs(office.book, notice, id)) ?? expect.fail();
const slips = async (office: Office) => (await office.book.all({ kind: inbound.kind })).rows.map(inbound.read);

describe('the production notice', () => {
  it('asks the plant for all that is not in stock, by a day, and goes to be issued [MFG-02 G-17]', async () => {
    const office = await anOffice();
    const id = await anEffective(office);
    const record = (await readAs(office.book, contract, id)) ?? expect.fail();
    const closed = vi.fn();
    await open(office, office.planner, <NoticeDialog record={record} corrects={null} onClose={closed} />);
    const dialog = await screen.findByRole('dialog', { name: /生产通知单/ });
    expect(valueOf(dialog, '电力电缆的数量')).toBe('10');
    type(dialog, '电力电缆的数量', '6');
    type(dialog, /完工日期/, '2026-12-10');
    type(dialog, '分厂', '一分厂');
    await commit();
    await waitFor(() => expect(closed).toHaveBeenCalled());
    const [made] = (await office.book.all({ kind: notice.kind, source: id })).rows.map(notice.read);
    expect(made).toMatchObject({ status: 'submitted', body: { due: '2026-12-10', plant: '一分厂' } });
    expect(made?.body.lines[0]).toMatchObject({ line: 0, quantity: 6000 });
  });
});

describe('a lot from the plant', () => {
  it('is inspected by the quality section and taken in by the warehouse with the certificate made out for it [STK-09 MFG-03 G-28]', async () => {
    const office = await anOffice();
    const id = await aProducing(office, await anEffective(office));
    const inspecting = await open(office, office.inspector, <CertificateDialog notice={await noticeOf(office, id)} onClose={vi.fn()} />);
    const certifying = await screen.findByRole('dialog', { name: /出具合格证/ });
    type(certifying, '电力电缆的数量', '4');
    await commit();
    await within(certifying).findByText('请填写合格证号');
    type(certifying, /合格证号/, 'HGZ-7');
    await commit();
    await waitFor(async () => expect((await noticeOf(office, id)).events.at(-1)?.type).toBe('certified'));
    inspecting.unmount();

    const closed = vi.fn();
    await open(office, office.keeper, <ReceiveDialog notice={await noticeOf(office, id)} onClose={closed} />);
    const dialog = await screen.findByRole('dialog', { name: /成品入库/ });
    // The lot that was inspected, and nothing to be typed twice.
    expect(valueOf(dialog, '电力电缆的数量')).toBe('4');
    expect(within(dialog).queryByRole('textbox', { name: '合格证号' })).toBeNull();
    await commit();
    expect(await within(dialog).findByText(/G-28/)).toBeDefined();
    expect(closed).not.toHaveBeenCalled();
    type(dialog, '来单号', 'CK-1');
    await commit();
    await waitFor(() => expect(closed).toHaveBeenCalled());
    expect((await slips(office)).map(({ body }) => body)).toMatchObject([
      { slipNo: 'CK-1', certificateNo: 'HGZ-7', location: office.store, lines: [{ quantity: 4000 }] },
    ]);
    expect((await noticeOf(office, id)).status).toBe('producing');
  });

  it('comes in with the numbers of its pieces, and with a certificate on paper where none was made out here [STK-03 MFG-03 G-28]', async () => {
    const office = await anOffice();
    const cable = (await readAs(office.book, product, office.cable)) ?? expect.fail();
    await office.does(office.manager, saveProduct(office.cable, { ...cable.body, tracking: 'serial' }, []));
    const id = await aProducing(office, await anEffective(office));
    const lot = { lines: [{ line: 0, quantity: 1000 }], certificateNo: 'HGZ-1', certificate: '' };
    await office.does(office.inspector, certifyLot(id, lot));
    const closed = vi.fn();
    await open(office, office.keeper, <ReceiveDialog notice={await noticeOf(office, id)} onClose={closed} />);
    const dialog = await screen.findByRole('dialog', { name: /成品入库/ });
    await userEvent.click(within(dialog).getByRole('combobox', { name: '合格证' }));
    await userEvent.click(await screen.findByRole('option', { name: '另有纸质合格证' }));
    type(dialog, '电力电缆的数量', '2');
    type(dialog, '合格证号', 'HGZ-9');
    type(dialog, '来单号', 'CK-2');
    await userEvent.click(await within(dialog).findByRole('button', { name: '电力电缆的编号：已登记 0，应有 2' }));
    await userEvent.type(await screen.findByRole('textbox', { name: '扫描或输入序列号' }), 'dl-1{Enter}dl-2{Enter}');
    await userEvent.click(screen.getByRole('button', { name: /^完成/ }));
    await userEvent.click(within(dialog).getByRole('textbox', { name: '来单号' }));
    await commit();
    await waitFor(() => expect(closed).toHaveBeenCalled());
    expect((await slips(office)).map(({ body }) => body)).toMatchObject([
      { certificateNo: 'HGZ-9', lines: [{ quantity: 2000, serials: ['DL-1', 'DL-2'] }] },
    ]);
  });
});
