import { z } from 'zod';
import type { DispatchInput } from '#shared/modules/dispatch/rules.ts';
import type { ToDispatch } from './read-to-dispatch.ts';

/** What the form of a new note holds. */
export const dispatchDraft = z.object({
  /** Thousandths by order line; null while the field is empty. */
  quantities: z.array(z.tuple([z.number().int(), z.number().int().nullable()])),
  type: z.enum(['delivery', 'collection']),
  consignee: z.string(),
  phone: z.string(),
  address: z.string(),
  carrier: z.string(),
  vehicle: z.string(),
  driver: z.string(),
  expected: z.string(),
  notes: z.string(),
});

export type DispatchDraft = z.infer<typeof dispatchDraft>;

/** All that is open, to the address and with the vehicle of the last time. */
export function firstDraft({ order, lines, last }: ToDispatch, today: string): DispatchDraft {
  const { body } = order;
  return {
    quantities: lines.map((line) => [line.line, line.open]),
    type: last?.body.type ?? 'delivery',
    consignee: last?.body.consignee || body.customerName,
    phone: body.phone || last?.body.phone || '',
    // Where the customer wants this order to go comes before where the last one went.
    address: body.address || last?.body.address || '',
    carrier: last?.body.carrier ?? '',
    vehicle: last?.body.vehicle ?? '',
    driver: last?.body.driver ?? '',
    expected: body.deliverOn >= today ? body.deliverOn : today,
    notes: '',
  };
}

export function toInput(draft: DispatchDraft, order: string): DispatchInput {
  const { quantities, type, consignee, phone, address, carrier, vehicle, driver, expected, notes } = draft;
  return {
    order,
    lines: quantities.flatMap(([line, quantity]) => (quantity === null || quantity <= 0 ? [] : [{ line, quantity }])),
    delivery: { type, consignee, phone, address, carrier, vehicle, driver, expected, notes },
  };
}
