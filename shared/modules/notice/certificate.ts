/** The certificate of a lot, made out by the quality section when it has inspected it (S5.25, STK-09): goods come in with it (G-28). */
import { z } from 'zod';
import type { Milli } from '#shared/core/money.ts';
import { ok, refuse } from '#shared/core/result.ts';
import { act, untyped } from '#shared/documents/act.ts';
import type { Decide, Reader } from '#shared/documents/reader.ts';
import type { DocumentRecord } from '#shared/documents/record.ts';
import { readAs } from '#shared/documents/step.ts';
import { inbound } from '../inbound/module.ts';
import { mergeCounted, type Counted } from '../order/counted.ts';
import { notice, type Notice } from './module.ts';
import { producedOf } from './progress.ts';

const said = z.object({
  certificateNo: z.string(),
  /** Hash of the photo or scan; '' without. */
  certificate: z.string(),
  lines: z.array(z.object({ line: z.number().int(), quantity: z.number().int() })),
});

export interface Certificate extends z.infer<typeof said> {
  /** Staff id of the inspector. */
  by: string;
}

/** Certificates of a notice whose lot has not come into stock, oldest first. */
export async function openCertificates(read: Reader, record: DocumentRecord<Notice>): Promise<Certificate[]> {
  const { rows } = await read.all({ kind: inbound.kind, source: record.id });
  const used = new Set(rows.filter(({ status }) => status !== 'reversed').map((row) => keyOf(inbound.read(row).body)));
  return record.events
    .filter(({ type }) => type === 'certified')
    .map(({ by, data }) => ({ by, ...said.parse(data) }))
    .filter((one) => !used.has(keyOf(one)));
}

function keyOf({ certificateNo, certificate }: Pick<Certificate, 'certificateNo' | 'certificate'>): string {
  return `${certificateNo}/${certificate}`;
}

/** What the plant is still to make and nobody has inspected, by line of the contract. */
export async function toCertify(read: Reader, record: DocumentRecord<Notice>): Promise<Map<number, Milli>> {
  const gone = await producedOf(read, record);
  for (const { lines } of await openCertificates(read, record)) {
    for (const { line, quantity } of lines) gone.set(line, (gone.get(line) ?? 0) + quantity);
  }
  return new Map(record.body.lines.map(({ line, quantity }) => [line, Math.max(0, quantity - (gone.get(line) ?? 0))]));
}

export interface CertifiedInput {
  /** Thousandths by line of the contract. */
  lines: readonly Counted[];
  certificateNo: string;
  certificate: string;
}

/** Refuses with NotFound, NotInProduction, CertificateNoMissing, CertificateKnown, NoLines, QuantityNotPositive, or MoreThanAgreed. */
export function certifyLot(id: string, input: CertifiedInput): Decide {
  return async (read, moment) => {
    const record = await readAs(read, notice, id);
    if (!record) return refuse('NotFound', { id });
    if (record.status !== 'producing') return refuse('NotInProduction', { no: record.no });
    const certificateNo = input.certificateNo.trim();
    if (certificateNo === '') return refuse('CertificateNoMissing');
    if (record.events.some(({ type, data }) => type === 'certified' && data.certificateNo === certificateNo))
      return refuse('CertificateKnown', { certificateNo });
    const counted = mergeCounted(input.lines);
    if (!counted.ok) return counted;
    const open = await toCertify(read, record);
    const lines: Certificate['lines'] = [];
    for (const { line, quantity } of counted.value) {
      const most = open.get(line) ?? 0;
      if (quantity > most) return refuse('MoreThanAgreed', { line: line + 1, open: most, quantity });
      lines.push({ line, quantity });
    }
    const data = { certificateNo, certificate: input.certificate, lines };
    const certified = act(notice, record, 'certified', data, moment);
    return certified.ok ? ok({ records: [untyped(certified.value)], answer: null }) : certified;
  };
}
