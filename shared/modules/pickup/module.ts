import { z } from 'zod';
import { defineModule } from '#shared/documents/module.ts';
import { goods, id, price, quantity, required, text } from '../fields.ts';

const line = z.strictObject({ ...goods, quantity, cost: price });

const schema = z.strictObject({
  order: id,
  /** Sales-slip number and customer must stand on it (S8.37). */
  orderNo: required(40),
  customerName: required(120),
  supplierName: required(120),
  lines: z.array(line).min(1).max(200),
  /** What the supplier is to be paid, in fen. */
  cost: price,
  notes: text(300),
});

export type Pickup = z.infer<typeof schema>;

/** 拿货单 (STK-04): goods bought in for one sale. `source` is the order, `party` the supplier. */
export const pickup = defineModule<Pickup>({
  kind: 'pickup',
  numberType: 'NH',
  v: 1,
  schema,
  makers: ['salesperson', 'warehouse', 'purchasing', 'manager'],
  lifecycle: {
    initial: 'written',
    steps: {
      /** data: file. The photo that goes to Purchasing. */
      photographed: { from: ['written'], to: 'photographed', by: ['salesperson', 'warehouse', 'purchasing', 'manager'] },
      /** Purchasing made its record from the photo. */
      recorded: { from: ['photographed'], to: 'recorded', by: ['purchasing', 'manager'] },
      /** data: float. Money drawn from the purchasing float. */
      drawn: { from: ['recorded'], to: 'drawn', by: ['cashier'], gates: ['G-34'] },
      /** data: inbound */
      stocked: { from: ['recorded', 'drawn'], to: 'stocked', by: ['warehouse'] },
      /** The stock entry was taken back. data: inbound */
      unstocked: { from: ['stocked', 'closed'], to: 'recorded', by: ['warehouse', 'manager'] },
      closed: { from: ['stocked'], to: 'closed', by: ['warehouse', 'purchasing', 'manager'] },
      /** After money was drawn only when all of it came back. data: reason */
      cancelled: { from: ['written', 'photographed', 'recorded', 'drawn'], to: 'cancelled', by: ['salesperson', 'purchasing', 'manager'] },
      printed: {
        from: ['written', 'photographed', 'recorded', 'drawn', 'stocked', 'closed', 'cancelled'],
        by: ['salesperson', 'cashier', 'warehouse', 'purchasing', 'manager'],
      },
    },
  },
  describe: (body) => ({ title: `${body.supplierName} · ${body.customerName}`, amount: body.cost }),
  fields: {
    orderNo: 'text',
    order: 'document',
    customerName: 'text',
    supplierName: 'text',
    lines: 'lines',
    cost: 'money',
    notes: 'long',
  },
  lineFields: { code: 'text', name: 'text', spec: 'text', quantity: 'quantity', unit: 'text', cost: 'money' },
  tones: { written: 'warn', photographed: 'info', recorded: 'info', drawn: 'info', stocked: 'info', closed: 'good', cancelled: 'neutral' },
  columns: ['no', 'day', 'title', 'owner', 'amount', 'status'],
  searchTexts: (body) => [body.supplierName, body.customerName, body.orderNo],
});
