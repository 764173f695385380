/** `npm run drill -- --kills N [--desks N]`: the kill drill, as large as wanted. Ends with the report and status 1 when anything was lost. */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildHostAside } from '../support/host-process.ts';
import { killHost } from './kill-host.ts';

const { values } = parseArgs({ options: { kills: { type: 'string', default: '1000' }, desks: { type: 'string', default: '2' } } });
const kills = Number(values.kills);
const desks = Number(values.desks);
const host = await buildHostAside();
const started = performance.now();
const reports = await Promise.all(
  Array.from({ length: desks }, (_, desk) => killHost(host.main, join(host.folder, `desk-${desk}`), Math.ceil(kills / desks))),
);
await host.remove();
for (const report of reports) console.log(JSON.stringify(report));
const isSound = reports.every(({ lost, twice, missing, damaged }) => lost.length + twice.length + missing.length === 0 && damaged === 0);
const total = reports.reduce((sum, report) => sum + report.kills, 0);
const saved = reports.reduce((sum, report) => sum + report.acknowledged, 0);
const seconds = Math.round((performance.now() - started) / 1000);
console.log(`${total} kills in ${seconds} s, ${saved} papers saved: ${isSound ? 'nothing lost' : 'LOST'}`);
process.exitCode = isSound ? 0 : 1;
