// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { closeTestBooks } from '#renderer/book/book.fixture.ts';
import { renderWithBook } from '#renderer/book/test-book.fixture.tsx';
import { NOW } from '#renderer/desk/shop.fixture.ts';
import { readAs } from '#shared/documents/step.ts';
import { acceptance } from '#shared/modules/acceptance/module.ts';
import { order } from '#shared/modules/order/module.ts';
import { takeContractMoney } from '#shared/modules/receipt/for-contract.ts';
import { workorder } from '#shared/modules/workorder/module.ts';
import { finishWork, scheduleWork, signWorkOrder, writeWorkOrder } from '#shared/modules/workorder/rules.ts';
import type { Actor } from '#shared/policy/roles.ts';
import { readContractView } from '../contract/read-contract.ts';
import { anEffective, anOffice, type Office } from '../contracts.fixture.ts';
import { AcceptanceDialog } from './AcceptanceDialogs.tsx';
import { OrderDialog } from './OrderDialog.tsx';
import { ScheduleDialog, WorkOrderDialog } from './WorkDialogs.tsx';

afterEach(async () => {
  cleanup();
  await closeTestBooks();
});

const commit = () => userEvent.keyboard('{Control>}{Enter}{/Control}');
const open = async (office: Office, actor: Actor, dialog: ReactNode) => {
  await renderWithBook(dialog, { on: office, actor, now: () => NOW });
  return screen.findByRole('dialog');
};
const type = (dialog: HTMLElement, name: string | RegExp, value: string) => {
  const field = within(dialog).getByRole('textbox', { name });
  fireEvent.change(field, { target: { value } });
  fireEvent.blur(field);
};

async function inForce() {
  const office = await anOffice();
  const id = await anEffective(office);
  return { office, id, view: (await readContractView(office.book, id, '2026-11-24', 480)) ?? expect.fail() };
}

/** A job whose work order is written, in whichever state it has come to. */
async function aJob(office: Office, contract: string, until: 'written' | 'signed' | 'done') {
  const written = {
    job: 'installation',
    site: '北仑',
    contact: '周工',
    phone: '',
    work: '接线',
    wantedOn: '2026-11-26',
    notes: '',
  } as const;
  const { workorder: id } = (await office.does(office.seller, writeWorkOrder(contract, written))).answer;
  if (until !== 'written') await office.does(office.manager, signWorkOrder(id));
  if (until === 'done') {
    const first = { contract, type: 'payment', method: 'transfer', amount: 9_000_000, tendered: 0, reason: '' } as const;
    await office.does(office.finance, takeContractMoney(first));
    await office.does(office.seller, scheduleWork(id, { day: '2026-11-24', crew: [office.crewman.id] }));
    await office.does(office.crewman, finishWork(id, ''));
  }
  return (await readAs(office.book, workorder, id)) ?? expect.fail();
}

describe('an order for delivery', () => {
  it('takes what is not ordered yet, at the prices of the contract, to the place agreed [ORD-06 CON-02]', async () => {
    const { office, id, view } = await inForce();
    const closed = vi.fn();
    const dialog = await open(office, office.seller, <OrderDialog view={view} onClose={closed} />);
    type(dialog, '电力电缆的数量', '4');
    await waitFor(() => expect(within(dialog).getByRole<HTMLInputElement>('combobox').value).toBe('主仓'));
    await commit();
    await waitFor(() => expect(closed).toHaveBeenCalled());
    const [made] = (await office.book.all({ kind: order.kind, source: id })).rows.map(order.read);
    const [line] = view.record.body.lines;
    expect(made?.body.location).toBe(office.store);
    expect(made?.body.lines[0]).toMatchObject({ quantity: 4000, price: line?.price });
    const again = await readContractView(office.book, id, '2026-11-24', 480);
    expect(again?.progress[0]?.open.quantity).toBe((line?.quantity ?? 0) - 4000);
  });
});

describe('a work order', () => {
  it('says where, what and by when; without what is to be done it is refused and nothing is lost [AFS-05]', async () => {
    const { office, id, view } = await inForce();
    const closed = vi.fn();
    const dialog = await open(office, office.seller, <WorkOrderDialog record={view.record} onClose={closed} />);
    type(dialog, /要求日期/, '2026-11-30');
    await commit();
    await within(dialog).findByRole('alert');
    expect(closed).not.toHaveBeenCalled();
    type(dialog, /施工内容/, '电缆头制作、送电');
    await commit();
    await waitFor(() => expect(closed).toHaveBeenCalled());
    const [job] = (await office.book.all({ kind: workorder.kind, source: id })).rows.map(workorder.read);
    expect(job).toMatchObject({ status: 'drafted', body: { work: '电缆头制作、送电', wantedOn: '2026-11-30', contact: '周工' } });
  });

  it('is not scheduled before the first instalment: the dialog says how much is missing [AFS-05 G-40]', async () => {
    const { office, id } = await inForce();
    const job = await aJob(office, id, 'signed');
    const dialog = await open(office, office.seller, <ScheduleDialog job={job} onClose={vi.fn()} />);
    await userEvent.click(within(dialog).getByRole('combobox', { name: /施工人员/ }));
    await userEvent.click(await screen.findByRole('option', { name: '施工员' }));
    await commit();
    const alert = await within(dialog).findByRole('alert');
    expect(alert.textContent).toMatch(/G-40/);
    expect(alert.textContent).toMatch(/90,000\.00/);
    expect((await office.book.get(job.id))?.status).toBe('signed');
  });
});

describe('the acceptance report', () => {
  it('keeps each point with its tick; what did not pass needs a word [AFS-06]', async () => {
    const { office, id } = await inForce();
    const job = await aJob(office, id, 'done');
    const closed = vi.fn();
    const dialog = await open(office, office.crewman, <AcceptanceDialog job={job} onClose={closed} />);
    type(dialog, '第 1 行 项目', '绝缘电阻');
    type(dialog, '第 1 行 标准', '≥ 100 MΩ');
    await userEvent.click(await within(dialog).findByRole('checkbox', { name: /绝缘电阻/ }));
    await userEvent.click(within(dialog).getByRole('radio', { name: /不合格/ }));
    await commit();
    await within(dialog).findByRole('alert');
    type(dialog, /意见/, 'B 相 40 MΩ，重做终端头');
    await commit();
    await waitFor(() => expect(closed).toHaveBeenCalled());
    const [report] = (await office.book.all({ kind: acceptance.kind })).rows.map(acceptance.read);
    expect(report?.body).toMatchObject({
      outcome: 'failed',
      findings: 'B 相 40 MΩ，重做终端头',
      items: [{ item: '绝缘电阻', standard: '≥ 100 MΩ', found: '', passed: false }],
    });
  });
});
