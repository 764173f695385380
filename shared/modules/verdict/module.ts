import { z } from 'zod';
import { mirror, type Ulid } from '#shared/core/ulid.ts';
import { defineModule } from '#shared/documents/module.ts';
import { id, text } from '../fields.ts';

const schema = z.strictObject({
  judged: id,
  judgedKind: text(24),
  judgedNo: text(40),
});

export type Verdict = z.infer<typeof schema>;

const anyStatus = ['confirmed', 'open', 'returned', 'settled'];

/**
 * What the judge at the centre found out about one paper (design, ideas 4 and 5): one record per paper, each judgement an event, so that
 * verdicts unite like everything else. What a judgement says is in its event: `judgementOf`. `source` is the paper.
 */
export const verdict = defineModule<Verdict>({
  kind: 'verdict',
  numberType: '',
  v: 1,
  schema,
  makers: [],
  isUnsearched: true,
  lifecycle: {
    initial: 'open',
    steps: {
      /** The judge alone; data: a judgement. Nobody at a desk has a post for it. */
      confirmed: { from: anyStatus, to: 'confirmed', by: [] },
      opened: { from: anyStatus, to: 'open', by: [] },
      returned: { from: anyStatus, to: 'returned', by: [] },
      /** data: reason. It stays as it is. */
      accepted: { from: ['open', 'returned'], to: 'settled', by: ['manager'] },
      /** data: document, reason. Put right by that paper; the posts are looked at by the reversal itself. */
      corrected: { from: ['open', 'returned'], to: 'settled', by: ['manager', 'finance', 'cashier', 'warehouse'] },
    },
  },
  describe: (body) => ({ title: body.judgedNo || body.judged, amount: 0 }),
  fields: { judged: 'document', judgedKind: 'hidden', judgedNo: 'text' },
  tones: { confirmed: 'good', open: 'warn', returned: 'bad', settled: 'neutral' },
  columns: ['day', 'title', 'party', 'owner', 'status'],
});

/** Id of the verdict on a paper; the same at every judge, and the other way round the paper's id. */
export function verdictId(judged: Ulid): Ulid {
  return judged.slice(0, 10) + mirror(judged.slice(10));
}
