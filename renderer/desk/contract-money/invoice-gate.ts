import type { Day } from '#shared/core/calendar.ts';
import type { Fen } from '#shared/core/money.ts';
import type { Reader } from '#shared/documents/reader.ts';
import type { DocumentRecord } from '#shared/documents/record.ts';
import type { Contract } from '#shared/modules/contract/module.ts';
import { acceptanceFacts, recoveredFacts, toInvoice } from '#shared/modules/invoice/rules.ts';
import { policyInForce } from '#shared/modules/policy/rules.ts';
import { evaluateGate, type GateOutcome } from '#shared/policy/gate.ts';
import { gates } from '#shared/policy/gates.ts';

export interface InvoiceGate {
  /** G-39 and G-42 as they would be judged for a request made now. */
  outcomes: GateOutcome[];
  due: Fen;
  received: Fen;
  /** Share from which an invoice may be asked for, in percent. */
  percent: number;
  /** Of the contract neither invoiced nor asked for. */
  open: Fen;
}

export async function invoiceGate(read: Reader, record: DocumentRecord<Contract>, today: Day): Promise<InvoiceGate> {
  const policy = await policyInForce(read, today);
  const recovered = await recoveredFacts(read, record, { stage: 'request' });
  const parameters = { ...gates['G-39'].parameters, ...policy.parameters };
  return {
    outcomes: [evaluateGate(gates['G-39'], recovered, policy), evaluateGate(gates['G-42'], await acceptanceFacts(read, record), policy)],
    due: Number(recovered.total),
    received: Number(recovered.received),
    percent: Number(parameters['invoice.min_recovered_pct']),
    open: await toInvoice(read, record),
  };
}
