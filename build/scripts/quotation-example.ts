/** A quotation with a concession that was approved: the demonstration's counter has none. */
import type { MemoryBook } from '#shared/documents/memory-book.fixture.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import { customer } from '#shared/modules/customer/module.ts';
import { decideOn } from '#shared/modules/decisions.ts';
import { product } from '#shared/modules/product/module.ts';
import { draftQuotation, sendQuotation, submitQuotation } from '#shared/modules/quotation/rules.ts';
import { staff } from '#shared/modules/staff/module.ts';
import type { Actor, Role } from '#shared/policy/roles.ts';

export async function aQuotation(book: MemoryBook): Promise<AnyRecord> {
  const of = (kind: string) => book.records().filter((record) => record.kind === kind);
  const buyer = of(customer.kind).find(({ body }) => body.type === 'organisation');
  if (!buyer) throw new Error('the demonstration has no organisation');
  const { name, contact, phone, address } = customer.read(buyer).body;
  const lines = of(product.kind)
    .slice(0, 12)
    .map((record, index) => {
      const { code, name: goods, spec, unit, price } = product.read(record).body;
      const gift = index === 11;
      return { product: record.id, code, name: goods, spec, unit, quantity: 1000 * (index + 1), price: gift ? 0 : price, gift };
    });
  const posts = (role: Role): Actor => {
    const person = of(staff.kind).find(({ body }) => (body.roles as Role[]).includes(role));
    return { id: person?.id ?? role, name: person?.title ?? role, roles: [role] };
  };
  const seller = posts('salesperson');
  const must = async <T>(actor: Actor, decide: Parameters<typeof book.run<T>>[1]): Promise<T> => {
    const done = await book.run(actor, decide);
    if (!done.ok) throw new Error(done.refusal.code);
    return done.value.answer;
  };
  const { quotation } = await must(
    seller,
    draftQuotation({
      party: buyer.id,
      body: {
        customerName: name,
        contact,
        phone,
        address,
        need: '年度备货',
        fit: '现货供应，型号齐全',
        lines,
        discount: 20_000,
        reason: '年度框架客户',
        payment: '合同签订付 30%，余款货到付清',
        creditDays: 30,
        deliverOn: '2026-12-10',
        deliverTo: address,
        validUntil: '2026-12-24',
        notes: '含运费，不含安装',
      },
    }),
  );
  await must(seller, submitQuotation(quotation));
  for (const role of ['manager', 'dgmSales', 'gm'] as const) {
    if ((await book.get(quotation))?.status === 'submitted')
      await must(posts(role), decideOn(quotation, { verb: 'sign', comment: '同意' }));
  }
  await must(seller, sendQuotation(quotation, { channel: 'email', to: contact }));
  const record = await book.get(quotation);
  if (!record) throw new Error('the quotation was not kept');
  return record;
}
