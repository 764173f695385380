import { demoRecords } from '#shared/demo/demo-records.ts';
const size = Number(process.argv[2] ?? 2000);
const t = performance.now();
let n = 0;
const kinds = new Map<string, number>();
for await (const b of demoRecords({ size, today: '2026-11-24', pinHash: 'x' })) {
  n += b.records.length;
  for (const r of b.records) kinds.set(r.kind + ' ' + r.status, (kinds.get(r.kind + ' ' + r.status) ?? 0) + 1);
}
console.log(n, Math.round(performance.now() - t), 'ms', Math.round(process.memoryUsage().rss / 1e6), 'MB');
console.log(
  [...kinds]
    .sort()
    .map(([k, v]) => `${k}: ${v}`)
    .join('\n'),
);
