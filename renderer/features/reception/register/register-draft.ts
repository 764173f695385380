import { z } from 'zod';
import type { Visit } from '#shared/modules/visit/module.ts';
import { visitSources } from '#shared/modules/visit/module.ts';

const schema = z.object({
  channel: z.enum(['walk-in', 'phone']),
  /** As typed; '' means now. */
  arrived: z.string(),
  people: z.string(),
  name: z.string(),
  phone: z.string(),
  need: z.string(),
  /** '' until the host chooses one. */
  heardOf: z.enum([...visitSources, '']),
  /** Customer's file when the visitor is known, '' otherwise. */
  party: z.string(),
  /** Files the host said are somebody else's. */
  others: z.array(z.string()),
});

/** The one-line form as it stands, before anything is checked. */
export type RegisterDraft = z.infer<typeof schema>;

export const blankRegister: RegisterDraft = {
  channel: 'walk-in',
  arrived: '',
  people: '1',
  name: '',
  phone: '',
  need: '',
  heardOf: '',
  party: '',
  others: [],
};

export function parseRegister(body: unknown): RegisterDraft | null {
  const parsed = schema.safeParse(body);
  return parsed.success ? parsed.data : null;
}

export type RegisterProblem = 'time' | 'people';

/** What is to be registered, or which field is not understood. `now` is 'HH:MM'. */
export function visitOf(draft: RegisterDraft & { heardOf: Visit['heardOf'] }, now: string): Visit | RegisterProblem {
  const arrived = draft.arrived.trim() === '' ? now : parseTime(draft.arrived);
  if (arrived === null) return 'time';
  const people = draft.channel === 'phone' ? 1 : Number(draft.people.normalize('NFKC').trim() || '1');
  if (!Number.isInteger(people) || people < 1 || people > 200) return 'people';
  const { channel, heardOf } = draft;
  return { channel, arrived, people, name: draft.name.trim(), phone: draft.phone.trim(), need: draft.need.trim(), heardOf };
}

/** 14:05, 1405, 905, 14：05, 9 → 'HH:MM'; null when it is no time. */
export function parseTime(text: string): string | null {
  const plain = text.normalize('NFKC').trim();
  const match = /^(\d{1,2})[:.点时]?(\d{2})?分?$/.exec(plain);
  if (!match) return null;
  const hours = Number(match[1]);
  const minutes = Number(match[2] ?? '0');
  return hours < 24 && minutes < 60 ? `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}` : null;
}
