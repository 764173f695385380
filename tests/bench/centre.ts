/**
 * `npx tsx tests/bench/centre.ts [documents]`: what the embedded server, or the CouchDB at `COUCHDB_URL`, takes from one desk and gives to it, guard
 * included. Figures only; nothing fails by being slow.
 */
import { aCentre } from '#central/centre.fixture.ts';
import { commitNew, untyped } from '#shared/documents/act.ts';
import { toCouch } from '#shared/exchange/wire-record.ts';
import { aCustomerBody, value } from '#shared/modules/branch.fixture.ts';
import { customer } from '#shared/modules/customer/module.ts';

const count = Number(process.argv[2] ?? 5_000);
const centre = await aCentre();
const { book, moment } = await centre.desk(centre.branches[1]);
const documents = Array.from({ length: count }, () =>
  toCouch(untyped(value(commitNew(customer, aCustomerBody({ notes: '字'.repeat(300) }), moment())))),
);
console.log(`${count} documents of ${Buffer.byteLength(JSON.stringify(documents[0]))} bytes`);

async function rate(name: string, work: () => Promise<void>): Promise<void> {
  const start = performance.now();
  await work();
  console.log(`${name}: ${Math.round((count * 1000) / (performance.now() - start))} a second`);
}

await rate('sent in batches of 250', async () => {
  for (let at = 0; at < count; at += 250) await book.writeMany(documents.slice(at, at + 250));
});
await rate('fetched in pages of 1,000', async () => {
  for (let since = '0'; ;) {
    const { rows, last } = await book.changes(since, 1_000);
    if (rows.length < 1_000) return;
    since = last;
  }
});
await centre.close();
