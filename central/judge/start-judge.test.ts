import { expect, it } from 'vitest';
import { branchDatabase } from '#shared/exchange/books.ts';
import { CENTRE_NOTE } from '#shared/exchange/centre-notes.ts';
import { openCouchDatabase } from '#shared/exchange/couch-database.ts';
import { CentreProblem, type Transport } from '#shared/exchange/transport.ts';
import { anOrder, goods, made, manager, seller, value } from '#shared/modules/branch.fixture.ts';
import { opening } from '#shared/modules/opening/module.ts';
import { takeOrder } from '#shared/modules/order/rules.ts';
import { aTestCentre, BRANCH } from './judge.fixture.ts';
import { startJudge } from './start-judge.ts';

async function until(holds: () => Promise<boolean> | boolean): Promise<void> {
  while (!(await holds())) {
    await new Promise((resolve) => {
      setTimeout(resolve, 20);
    });
  }
}

it('begins anew when the centre was restored from a backup', async () => {
  const centre = await aTestCentre();
  const database = openCouchDatabase(centre.transport, branchDatabase(BRANCH));
  const note = { _id: CENTRE_NOTE, company: '', branchCode: BRANCH, branchName: '', headOffice: '', oldestVersion: '' };
  const rev = await database.write({ ...note, epoch: 'first' });
  const desk = centre.desk('A');
  value(await desk.run(manager, made(opening, { type: 'stock', ...goods('pot'), location: 'shop', quantity: 5000 })));
  const order = value(await desk.run(seller, takeOrder(anOrder('collect', [{ product: 'pot', quantity: 1000, price: 100 }])))).answer.order;
  await centre.send(desk);
  const backup = centre.couch.backup();
  const { transport } = centre;
  const judge = startJudge({ transport, branches: [BRANCH], now: () => Date.UTC(2026, 10, 9), log: () => undefined, instance: 'steady' });
  await until(() => centre.verdictOn(order)?.status === 'confirmed');
  centre.couch.restore(backup);
  expect(centre.verdictOn(order)).toBeNull();
  await database.write({ ...note, _rev: rev, epoch: 'second' });
  await until(() => centre.verdictOn(order)?.status === 'confirmed');
  await judge.stop();
});

it('follows the branches until it is stopped, through a broken connection, and gives them back', async () => {
  const centre = await aTestCentre();
  const desk = centre.desk('A');
  value(await desk.run(manager, made(opening, { type: 'stock', ...goods('pot'), location: 'shop', quantity: 5000 })));
  const order = async () =>
    value(await desk.run(seller, takeOrder(anOrder('collect', [{ product: 'pot', quantity: 1000, price: 100 }])))).answer.order;
  const first = await order();
  await centre.send(desk);

  let isDown = true;
  const transport: Transport = async (request) => {
    if (isDown) throw new CentreProblem('unreachable', 'down');
    return centre.transport(request);
  };
  const judge = startJudge({
    transport,
    branches: async () => [BRANCH],
    now: () => Date.UTC(2026, 10, 9),
    log: (line) => {
      centre.log.push(line);
      isDown = false;
    },
    instance: 'steady',
  });
  await until(() => centre.verdictOn(first)?.status === 'confirmed');
  expect(centre.log[0]).toContain('down');
  const second = await order();
  await centre.send(desk);
  await until(() => centre.verdictOn(second)?.status === 'confirmed');
  expect(judge.counts().get(BRANCH)).toEqual({ documents: 3, written: 2, unknown: 0, setAside: 0 });
  await judge.stop();
  const lease = await openCouchDatabase(centre.transport, branchDatabase(BRANCH)).read(`bd:judge:${BRANCH}`);
  expect(lease).toMatchObject({ instance: 'steady', until: 0 });
  const third = await order();
  await centre.send(desk);
  expect(centre.verdictOn(third)).toBeNull();
});
