/** Books that are there before the first desk comes. */
import { made, aCustomerBody } from '#shared/modules/branch.fixture.ts';
import { aMemoryBook, aPerson } from '#shared/documents/memory-book.fixture.ts';
import { customer } from '#shared/modules/customer/module.ts';
import { branchDatabase } from '#shared/exchange/books.ts';
import { openCouchDatabase } from '#shared/exchange/couch-database.ts';
import { toCouch } from '#shared/exchange/wire-record.ts';
import type { HttpCentre } from '../exchange/http-centre.ts';

const AT_ONCE = 500;

export async function layIn({ admin, branches }: HttpCentre, count: number): Promise<void> {
  for (const branch of branches) {
    const book = aMemoryBook(`${branch}-Z`, Date.now() - 86_400_000);
    const person = aPerson('小王', 'salesperson');
    for (let number = 0; number < count; number += 1) {
      await book.run(person, made(customer, aCustomerBody({ name: `顾客${number}`, phone: `139${10_000_000 + number}` })));
    }
    const database = openCouchDatabase(admin, branchDatabase(branch));
    const records = book.records();
    for (let at = 0; at < records.length; at += AT_ONCE) {
      await database.writeMany(records.slice(at, at + AT_ONCE).map((record) => toCouch(record)));
    }
  }
}
