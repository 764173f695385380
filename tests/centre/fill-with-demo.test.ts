import { expect, it } from 'vitest';
import { connectAdmin } from '#central/couch-admin/connect-admin.ts';
import { startEmbeddedServer } from '#central/embedded-server/start-embedded-server.ts';
import { startJudge } from '#central/judge/start-judge.ts';
import { enrolDesk } from '#central/provision/enrol-desk.ts';
import { fillWithDemo } from '#central/provision/fill-with-demo.ts';
import { isNote, overviewSchema } from '#shared/exchange/centre-notes.ts';
import { openCouchDatabase } from '#shared/exchange/couch-database.ts';
import { fromCouch } from '#shared/exchange/wire-record.ts';
import { value } from '#shared/modules/branch.fixture.ts';

it('An empty centre gets three branches with their papers, desks in different states and room for more; another one is left alone', async () => {
  const server = await startEmbeddedServer({ folder: null, port: 0, admin: { name: 'admin', password: 'x' } });
  try {
    const transport = connectAdmin({ url: server.url, name: 'admin', password: 'x' });
    const now = Date.now();
    const filling = { now, size: 60, written: () => undefined };
    const { documents } = value(await fillWithDemo(transport, filling));
    let found = 0;
    for (const name of ['bd-company', 'bd-branch-hz01', 'bd-branch-nb01', 'bd-branch-wz01']) {
      const { rows } = await openCouchDatabase(transport, name).changes('0', 10_000);
      const records = rows.flatMap(({ id, doc }) => (isNote(id) || !doc ? [] : [fromCouch(doc)]));
      expect(records.length, name).toBeGreaterThan(10);
      expect(records).not.toContain(null);
      found += records.length;
    }
    expect(found).toBe(documents);
    await startJudge({ transport, branches: ['HZ01', 'NB01', 'WZ01'], now: () => now, log: () => undefined, instance: 'test', once: true })
      .finished;
    const overview = overviewSchema.parse(await openCouchDatabase(transport, 'bd-company').read('bd:overview'));
    expect(overview.branches.map(({ code, desks }) => [code, desks.length])).toEqual([
      ['HZ01', 3],
      ['NB01', 3],
      ['WZ01', 3],
    ]);
    const joining = { branchCode: 'HZ01', letter: '', replaces: [], now, goodFor: 60_000 };
    expect(value(await enrolDesk(transport, joining)).deskCode).toBe('HZ01-D');
    expect(await fillWithDemo(transport, filling)).toMatchObject({ refusal: { code: 'NotEmpty' } });
  } finally {
    await server.close();
  }
}, 120_000);
