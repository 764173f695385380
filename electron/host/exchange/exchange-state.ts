/** What a desk remembers about its exchange with the centre. Small, written as a whole, always after what it speaks of is durable. */
import { z } from 'zod';
import type { BookName } from '#shared/exchange/books.ts';

const perBook = z.strictObject({ branch: z.string(), company: z.string() });
const placesSchema = z.strictObject({ branch: z.array(z.string()), company: z.array(z.string()) });
const noPlaces = { branch: [], company: [] };

const setAsideSchema = z.strictObject({
  id: z.string(),
  kind: z.string(),
  no: z.string(),
  title: z.string(),
  /** Milliseconds since 1970. */
  at: z.number().int(),
  /** The centre's own word. */
  reason: z.string(),
  /** Kept here on purpose: no longer counted as work to do. */
  withdrawn: z.boolean(),
});

export const healingReasons = ['centre-restored', 'centre-lost-documents', 'desk-restored', 'joined'] as const;
export type HealingReason = (typeof healingReasons)[number];

export const exchangeStateSchema = z.strictObject({
  /** '' : stands alone. */
  url: z.string(),
  /** This installation's desk code, and before it those it had earlier: papers numbered with them are its own too. */
  deskCodes: z.array(z.string()),
  /** Code of the branch that keeps the company's master data. */
  headOffice: z.string(),
  /** Last journal entry all of whose documents are at the centre or set aside. */
  sent: z.number().int(),
  /** How far each feed was read; '0': not at all. */
  since: perBook.extend({ files: z.string() }),
  /** Places in the feeds reached before, oldest first: to step back to. */
  places: placesSchema.default(noPlaces),
  /** The life of each database as last seen; '' before the first time. */
  epochs: perBook,
  /** Signs of life this installation wrote, or was about to write, oldest first; and the last that is surely at the centre, '' for none. */
  signs: z.array(z.string()),
  signed: z.string(),
  /** Another installation works with this desk's code: nothing is sent or written any more until this one has a code of its own. */
  cloned: z.boolean(),
  /** Own writes that will come back in the feed with nothing new in them: `<id> <revision>`. */
  echoes: z.array(z.string()),
  /** The last revisions written and fetched, by which a centre that lost documents is noticed: [book, id, revision]. */
  proofs: z.array(z.tuple([z.string(), z.string(), z.string()])),
  setAside: z.array(setAsideSchema),
  /** The whole book is to be compared with the centre's, and why; '' when not. */
  compare: z.enum(['', ...healingReasons]),
  healed: z.strictObject({ reason: z.enum(['', ...healingReasons]), at: z.number().int() }),
  lastComplete: z.number().int(),
  /** Documents this version cannot read; when another version starts, the feeds are read again from the beginning. */
  unreadable: z.array(z.string()),
  version: z.string(),
});
export type ExchangeState = z.infer<typeof exchangeStateSchema>;

export const aloneState: ExchangeState = {
  url: '',
  deskCodes: [],
  headOffice: '',
  sent: 0,
  since: { branch: '0', company: '0', files: '0' },
  places: noPlaces,
  epochs: { branch: '', company: '' },
  signs: [],
  signed: '',
  cloned: false,
  echoes: [],
  proofs: [],
  setAside: [],
  compare: '',
  healed: { reason: '', at: 0 },
  lastComplete: 0,
  unreadable: [],
  version: '',
};

export const bookNames: readonly BookName[] = ['company', 'branch'];
/** Entries of journal commands that brought documents from the centre. */
export const FROM_CENTRE = 'centre.';

const MOST_PLACES = 20;

export function withPlace({ places }: ExchangeState, book: BookName, place: string): ExchangeState['places'] {
  return { ...places, [book]: [...places[book].filter((one) => one !== place), place].slice(-MOST_PLACES) };
}

type Proofs = ExchangeState['proofs'];
const MOST_PROOFS = 200;

/** The newest revision of each document only: an older one proves nothing more. */
export function withProofs(proofs: Proofs, more: Proofs): Proofs {
  const newest = new Map<string, Proofs[number]>();
  for (const proof of [...proofs, ...more]) {
    const key = `${proof[0]} ${proof[1]}`;
    newest.delete(key);
    newest.set(key, proof);
  }
  return [...newest.values()].slice(-MOST_PROOFS);
}
