import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BenchDesk } from '../program/open-desk.ts';
import type { Measured } from '../report/figure.ts';
import { spreadOf } from '../report/spread.ts';
import { signIn, withTools } from './sign-in.ts';

const ROWS = 20_000;

/** Customers out of a file, as an office does it: choose, look, write. */
export async function measureImport(desk: BenchDesk): Promise<Measured[]> {
  const page = await desk.openProgram(withTools);
  await signIn(page, '沈国良');
  await page.evaluate(() => window.tools.open('/import', '导入'));
  const now = (): Promise<number> => page.evaluate(() => window.tools.now());

  // Given as a file: as bytes it would be the page's own thread that unpacks them.
  const folder = await mkdtemp(join(tmpdir(), 'branch-desk-bench-import-'));
  const file = join(folder, '客户.csv');
  await writeFile(file, aList());
  await page.evaluate(() => window.tools.startStall());
  const begun = await now();
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByText(new RegExp(`将写入 ${ROWS.toLocaleString('en')} 行|将写入 ${ROWS} 行`)).waitFor();
  const read = await now();
  const readStall = await page.evaluate(() => window.tools.stopStall());

  await page.evaluate(() => window.tools.startStall());
  const asked = await now();
  await page.keyboard.press('Control+Enter');
  await page
    .getByText(/已写入/)
    .first()
    .waitFor();
  const written = await now();
  const writeStall = await page.evaluate(() => window.tools.stopStall());

  await rm(folder, { recursive: true, force: true });
  const goals: Measured['goals'] = [{ bound: 'atMost', value: 50 }];
  return [
    { work: `import of ${ROWS} rows: longest stall while they are read and checked`, unit: 'ms', ours: spreadOf([readStall]), goals },
    { work: `import of ${ROWS} rows: longest stall while they are written`, unit: 'ms', ours: spreadOf([writeStall]), goals },
    { work: `import of ${ROWS} rows: reading and checking`, unit: 'documents/s', ours: spreadOf([(ROWS * 1_000) / (read - begun)]) },
    { work: `import of ${ROWS} rows: writing`, unit: 'documents/s', ours: spreadOf([(ROWS * 1_000) / (written - asked)]) },
  ];
}

function aList(): Buffer {
  const rows = ['客户名称,联系人,电话,地址,行业,备注'];
  for (let at = 0; at < ROWS; at += 1) {
    rows.push(`新客${at}号机电经营部,陈先生${at},17${String(100_000_000 + at)},杭州市余杭区文一西路 ${at} 号,水泵,老系统编号 ${at}`);
  }
  return Buffer.from(`\uFEFF${rows.join('\r\n')}`);
}
