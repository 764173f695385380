// @vitest-environment jsdom
import { cleanup, configure, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { closeTestBooks } from '#renderer/book/book.fixture.ts';
import { renderWithBook } from '#renderer/book/test-book.fixture.tsx';
import { visit } from '#shared/modules/visit/module.ts';
import { DAY, NOW, aCustomer, aShowroom, aVisit, host, type Showroom } from '../reception.fixture.ts';
import { ReceptionPage } from './ReceptionPage.tsx';

// A busy machine is no reason to fail: waiting ends as soon as there is something to see.
vi.setConfig({ testTimeout: 120_000 });
configure({ asyncUtilTimeout: 30_000, defaultHidden: true });
afterEach(async () => {
  cleanup();
  await closeTestBooks();
});

async function atTheDesk(room: Showroom, path = '/reception') {
  await renderWithBook(<ReceptionPage />, { on: room, actor: host, now: () => room.clock.now, path, route: '/reception' });
  await screen.findByRole('combobox', { name: '称呼' });
  return userEvent.setup({ delay: null });
}

const visits = async (room: Showroom) => (await room.book.all({ kind: visit.kind })).rows.map(visit.read);
const received = () => screen.getByRole('region', { name: /接待中/ });

describe('the register', () => {
  it('takes a walk-in from the keyboard alone: the name has the focus, Enter registers, the next one may come [RCP-01]', async () => {
    const room = await aShowroom();
    const user = await atTheDesk(room);
    expect(document.activeElement).toBe(screen.getByRole('combobox', { name: '称呼' }));
    await user.keyboard('王老板{Tab}{Tab}看水泵{Enter}');
    expect(await within(await screen.findByRole('region', { name: /接待中/ })).findByText('王老板')).toBeDefined();
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('combobox', { name: '称呼' })));
    expect(screen.getByRole('combobox', { name: '称呼' })).toHaveProperty('value', '');
    const [record] = await visits(room);
    expect(record?.body).toMatchObject({ channel: 'walk-in', name: '王老板', need: '看水泵', people: 1, heardOf: 'passing' });
    expect(record?.body.arrived).toMatch(/^\d\d:\d\d$/);
    expect(record?.owner).toBe(host.id);
  });

  it('logs a telephone enquiry with Alt+P, from the same line [RCP-04]', async () => {
    const room = await aShowroom();
    const user = await atTheDesk(room);
    await user.keyboard('{Alt>}p{/Alt}陈女士{Tab}057188001234{Enter}');
    await within(received()).findByText('陈女士');
    expect((await visits(room))[0]?.body).toMatchObject({ channel: 'phone', name: '陈女士', phone: '057188001234' });
  });

  it('knows the customer while the number is typed, and writes the visit into the file [RCP-01 RCP-09]', async () => {
    const room = await aShowroom();
    const customer = await aCustomer(room);
    const user = await atTheDesk(room);
    await user.keyboard('{Tab}138 0001 0002');
    expect(await screen.findByRole('link', { name: '杭州远大纺织机械有限公司' })).toBeDefined();
    await user.keyboard('{Enter}');
    await within(received()).findByText('林宝');
    expect((await visits(room))[0]).toMatchObject({
      party: customer,
      body: { name: '林宝', phone: '138 0001 0002', heardOf: 'returning' },
    });
  });

  it('finds by pinyin initials; an arrow and Enter choose, and "somebody else" takes it back [RCP-01]', async () => {
    const room = await aShowroom();
    await aCustomer(room);
    const user = await atTheDesk(room);
    await user.keyboard('yuanda');
    await screen.findByRole('option', { name: /杭州远大/ });
    await user.keyboard('{ArrowDown}{Enter}');
    expect(await screen.findByRole('button', { name: '不是这位' })).toBeDefined();
    expect(await visits(room)).toHaveLength(0);
    await user.click(screen.getByRole('button', { name: '不是这位' }));
    await waitFor(() => expect(screen.queryByRole('button', { name: '不是这位' })).toBeNull());
    await user.keyboard('{Enter}');
    await waitFor(async () => expect((await visits(room))[0]?.party).toBe(''));
  });

  it('begins with the customer a file was opened for [RCP-01 RCP-09]', async () => {
    const room = await aShowroom();
    const customer = await aCustomer(room);
    const user = await atTheDesk(room, `/reception?party=${customer}`);
    await waitFor(() => expect(screen.getByRole('combobox', { name: '称呼' })).toHaveProperty('value', '林宝'));
    await user.keyboard('{Enter}');
    await waitFor(async () => expect((await visits(room))[0]?.party).toBe(customer));
  });

  it('says which field is not understood and keeps what was typed [RCP-01]', async () => {
    const room = await aShowroom();
    const user = await atTheDesk(room);
    await user.keyboard('王老板');
    await user.clear(screen.getByRole('textbox', { name: '人数' }));
    await user.type(screen.getByRole('textbox', { name: '人数' }), '很多{Enter}');
    expect(await screen.findByText('请输入 1 到 200 的人数')).toBeDefined();
    expect(screen.getByRole('combobox', { name: '称呼' })).toHaveProperty('value', '王老板');
    expect(await visits(room)).toHaveLength(0);
  });
});

describe('receiving', () => {
  it('takes greeting and seeing off with one click each; a phase left out stays visible as skipped [RCP-02]', async () => {
    const room = await aShowroom();
    const id = await aVisit(room);
    const user = await atTheDesk(room);
    await user.click(await screen.findByRole('button', { name: '迎：已上前接待' }));
    await waitFor(async () => expect((await room.book.get(id))?.status).toBe('greeted'));
    await user.click(await screen.findByRole('button', { name: '送：已送客' }));
    await waitFor(async () => expect((await room.book.get(id))?.status).toBe('seen-off'));
    expect(await screen.findByText('问 · 跳过')).toBeDefined();
  });

  it('does not close without a follow-up or a reason, and says so with the way out [RCP-02 G-91]', async () => {
    const room = await aShowroom();
    const id = await aVisit(room);
    const user = await atTheDesk(room);
    await user.click(await screen.findByRole('button', { name: /^追：/ }));
    await screen.findByText('结束接待 · 李先生');
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(await screen.findByText('尚未安排回访，也未说明原因。')).toBeDefined();
    expect((await room.book.get(id))?.status).toBe('waiting');

    await user.click(screen.getByRole('button', { name: '路过看看' }));
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(async () => expect((await room.book.get(id))?.status).toBe('closed'));
  });

  it('closes with a follow-up in three days, and on that day the task stands in the list of its host [RCP-02]', async () => {
    const room = await aShowroom();
    const id = await aVisit(room, { need: '报水泵的价' });
    const user = await atTheDesk(room);
    await user.click(await screen.findByRole('button', { name: /^追：/ }));
    await user.click(await screen.findByRole('button', { name: '3 天后' }));
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(async () => expect((await room.book.get(id))?.status).toBe('closed'));
    const list = () => screen.getByRole('region', { name: /我的待办/ });
    expect(await within(list()).findByText('今天没有要跟进的')).toBeDefined();
    cleanup();

    room.clock.now = NOW + 3 * DAY;
    await atTheDesk(room);
    expect(await within(list()).findByText('报水泵的价')).toBeDefined();
    expect(within(list()).queryByText('今天没有要跟进的')).toBeNull();
    await user.click(within(list()).getByRole('button', { name: '完成' }));
    await user.type(await screen.findByRole('textbox', { name: '结果' }), '已报价');
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(await within(list()).findByText('今天没有要跟进的')).toBeDefined();
  });

  it('makes a customer file on closing, and warns of one that is there already [CRM-12 RCP-02]', async () => {
    const room = await aShowroom();
    const known = await aCustomer(room, { name: '李先生', type: 'person', phone: '13900001111' });
    const id = await aVisit(room);
    const user = await atTheDesk(room);
    await user.click(await screen.findByRole('button', { name: /^追：/ }));
    await user.click(await screen.findByRole('button', { name: '新建“李先生”' }));
    expect(await screen.findByText(/可能已有档案：李先生/)).toBeDefined();
    await user.click(screen.getByRole('button', { name: '用已有档案' }));
    await user.click(screen.getByRole('button', { name: '一周后' }));
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(async () => expect(await room.book.get(id)).toMatchObject({ status: 'closed', party: known }));
    expect((await room.book.all({ kind: 'task', party: known })).rows).toHaveLength(1);
    expect((await room.book.all({ kind: 'customer' })).rows).toHaveLength(1);
  });
});

describe('the door', () => {
  it('warns when visitors wait and nobody stands there, until somebody takes it [RCP-03]', async () => {
    const room = await aShowroom();
    await aVisit(room, { arrived: '00:01' });
    const user = await atTheDesk(room);
    expect(await screen.findByText('值班时间内门口无人，请安排站岗。')).toBeDefined();
    await user.click(screen.getByRole('button', { name: '我来站岗' }));
    expect(await screen.findByRole('button', { name: '结束站岗' })).toBeDefined();
    expect(screen.queryByText('值班时间内门口无人，请安排站岗。')).toBeNull();
    expect((await room.book.all({ kind: 'duty', status: 'standing' })).rows.map(({ owner }) => owner)).toEqual([host.id]);
  });
});

describe('the day', () => {
  it('has a sheet of what is expected, and ticks off what happened [RCP-05]', async () => {
    const room = await aShowroom();
    const user = await atTheDesk(room);
    await user.click(screen.getByRole('button', { name: '添加' }));
    await user.type(await screen.findByRole('textbox', { name: /^内容/ }), '王总一行看样');
    await user.type(within(screen.getByRole('dialog')).getByRole('textbox', { name: /^时间/ }), '1430');
    await user.keyboard('{Control>}{Enter}{/Control}');
    const sheet = screen.getByRole('region', { name: /当日客情/ });
    expect(await within(sheet).findByText('14:30')).toBeDefined();
    await user.click(within(sheet).getByRole('button', { name: '到了' }));
    expect(await within(sheet).findByText('已到')).toBeDefined();
  });

  it('has an opinion round: one guest after another in one dialog, with place and time [RCP-06]', async () => {
    const room = await aShowroom();
    const user = await atTheDesk(room);
    await user.keyboard('{Alt>}o{/Alt}');
    await user.type(await screen.findByRole('textbox', { name: /^地点/ }), '休息区');
    await user.type(screen.getByRole('textbox', { name: /^说了什么/ }), '茶水好');
    await user.keyboard('{Control>}{Enter}{/Control}');
    await screen.findByText('已记下 1 条');
    await user.keyboard('等得久');
    await user.click(screen.getByRole('radio', { name: '不满' }));
    await user.keyboard('{Control>}{Enter}{/Control}');
    await screen.findByText('已记下 2 条');
    const heard = (await room.book.all({ kind: 'opinion' })).rows.map(({ body }) => [body.place, body.said, body.mood]);
    expect(heard.toSorted()).toEqual([
      ['休息区', '等得久', 'displeased'],
      ['休息区', '茶水好', 'pleased'],
    ]);
  });
});
