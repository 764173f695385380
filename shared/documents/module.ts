import type { z } from 'zod';
import type { Role } from '#shared/policy/roles.ts';
import type { Posting } from '#shared/ledger/posting.ts';
import type { Lifecycle } from './lifecycle.ts';
import type { AnyRecord, DocumentEvent, DocumentRecord } from './record.ts';

/** What a status means to the eye: nothing special, under way, done, needs attention, wrong or stopped. */
export type Tone = 'neutral' | 'info' | 'good' | 'warn' | 'bad';

/**
 * How a field of a body is shown. money: fen; quantity: thousandths; choice: a word at `documents.values.<field>.<value>`;
 * staff, customer, product, location, document: an id to be resolved; lines: rows with fields of their own (`lineFields`);
 * serials: numbers of single pieces.
 */
export type FieldType =
  | 'text'
  | 'long'
  | 'money'
  | 'quantity'
  | 'count'
  | 'day'
  | 'time'
  | 'flag'
  | 'choice'
  | 'choices'
  | 'file'
  | 'staff'
  | 'customer'
  | 'product'
  | 'products'
  | 'location'
  | 'document'
  | 'documents'
  | 'lines'
  | 'serials'
  | 'hidden';

/** Columns of the generic list, of the record itself: `documents.columns.<column>`. */
export type ListColumn = 'no' | 'day' | 'title' | 'party' | 'owner' | 'amount' | 'status';

/** Parts of the record that may follow from its events. */
export type DerivedField = 'party' | 'owner' | 'day';

/** One thing a document holds for itself. */
export interface Claim {
  /** What it is: 'phone:13900002222'. */
  key: string;
  /** Event it was given out with; the document's first when left out. Of two, the earlier one keeps it. */
  since?: string;
  /** Sale it belongs to, by which a return ends it. */
  sale?: string;
}

/** Ends what the papers of a sale claimed before `at`, the event that brought it back. */
export interface Release {
  key: string;
  sale: string;
  at: string;
}

type KeysOf<Body> = Body extends unknown ? keyof Body & string : never;

/** A business noun. Registered once in `shared/modules/registry.ts`; lists, search, import, export, permissions and audit follow from it. */
export interface ModuleDefinition<Body> {
  kind: string;
  /** Two letters of its printed number, '' when it has none. */
  numberType: string;
  v: number;
  schema: z.ZodType<Body>;
  /** Body v1 → v2 …: `upgrades[1]` takes a body of version 1. */
  upgrades?: Readonly<Record<number, (body: Readonly<Record<string, unknown>>) => Record<string, unknown>>>;
  /** Master data: the body may be changed after commit, field by field. */
  editable?: boolean;
  lifecycle: Lifecycle;
  /** Posts that may make (and, when editable, change) one. */
  makers: readonly Role[];
  /** One line for lists and the amount in fen; a function of the body alone. */
  describe(body: Body): { title: string; amount: number };
  /** Texts it is found by: names, codes, phone numbers. Pinyin and initials are derived from them. */
  searchTexts?(body: Body, events: readonly DocumentEvent[]): string[];
  /** Not found by search: it is reached by the document it speaks of. */
  isUnsearched?: boolean;
  postings?(record: DocumentRecord<Body>): Posting[];
  /**
   * What only one living document of the branch may have: 'phone:13900002222'. Two desks apart may each give it out; then the judge asks
   * which one it is to be. Nothing for a document that counts no more.
   */
  claims?(record: DocumentRecord<Body>): Claim[];
  /** Claims of earlier sales that this document ends: goods that came back may be sold again. */
  releases?(record: DocumentRecord<Body>): Release[];
  /** Every field of the body in the order a detail page shows them; the words are at `documents.fields.<kind>.<field>`. */
  fields: Readonly<Record<KeysOf<Body>, FieldType>>;
  /** Fields of one row of the `lines` field, in the order of the table's columns. */
  lineFields?: Readonly<Record<string, FieldType>>;
  /** Tone by status; a status left out is neutral. */
  tones?: Readonly<Record<string, Tone>>;
  columns?: readonly ListColumn[];
  /** Parts of the record that follow from its events: a visit belongs to the customer it was linked to, a task to the day it was put off to. */
  derive?(record: DocumentRecord<Body>): Partial<Pick<AnyRecord, DerivedField>>;
  /** Which of them `derive` may give; the others are frozen, and the centre refuses a change of them. */
  derives?: readonly DerivedField[];
}

/** A module with its body type hidden, as the registry holds it. */
export interface AnyModule {
  kind: string;
  numberType: string;
  v: number;
  schema: z.ZodType;
  upgrades: Readonly<Record<number, (body: Readonly<Record<string, unknown>>) => Record<string, unknown>>>;
  editable: boolean;
  lifecycle: Lifecycle;
  makers: readonly Role[];
  describe(body: unknown): { title: string; amount: number };
  searchTexts(record: Pick<AnyRecord, 'body' | 'events'>): string[];
  isUnsearched: boolean;
  postings(record: AnyRecord): Posting[];
  claims(record: AnyRecord): Claim[];
  releases(record: AnyRecord): Release[];
  fields: Readonly<Record<string, FieldType>>;
  lineFields: Readonly<Record<string, FieldType>>;
  tones: Readonly<Record<string, Tone>>;
  columns: readonly ListColumn[];
  derive(record: AnyRecord): Partial<Pick<AnyRecord, DerivedField>>;
  derives: readonly DerivedField[];
}

export interface Module<Body> extends AnyModule {
  schema: z.ZodType<Body>;
  /** The record with its body typed; bodies were parsed at the border, so nothing is checked again. Refuses another kind. */
  read(record: AnyRecord): DocumentRecord<Body>;
}

/** The one place where a body's type is taken on trust: everything stored was parsed by `schema` when it came in. */
export function defineModule<Body>(definition: ModuleDefinition<Body>): Module<Body> {
  const typed = (body: unknown) => body as Body;
  return {
    kind: definition.kind,
    numberType: definition.numberType,
    v: definition.v,
    schema: definition.schema,
    upgrades: definition.upgrades ?? {},
    editable: definition.editable ?? false,
    lifecycle: definition.lifecycle,
    makers: definition.makers,
    describe: (body) => definition.describe(typed(body)),
    isUnsearched: definition.isUnsearched ?? false,
    searchTexts: ({ body, events }) => definition.searchTexts?.(typed(body), events) ?? [],
    postings: (record) => definition.postings?.({ ...record, body: typed(record.body) }) ?? [],
    claims: (record) => definition.claims?.({ ...record, body: typed(record.body) }) ?? [],
    releases: (record) => definition.releases?.({ ...record, body: typed(record.body) }) ?? [],
    fields: definition.fields,
    lineFields: definition.lineFields ?? {},
    tones: definition.tones ?? {},
    columns: definition.columns ?? ['no', 'day', 'title', 'owner', 'amount', 'status'],
    derive: (record) => only(definition.derives ?? [], definition.derive?.({ ...record, body: typed(record.body) }) ?? {}),
    derives: definition.derives ?? [],
    read: (record) => {
      if (record.kind !== definition.kind) throw new TypeError(`a ${record.kind} is not a ${definition.kind}`);
      return { ...record, body: typed(record.body) };
    },
  };
}

function only(fields: readonly DerivedField[], derived: Partial<Pick<AnyRecord, DerivedField>>): Partial<Pick<AnyRecord, DerivedField>> {
  return Object.fromEntries(Object.entries(derived).filter(([field]) => fields.some((name) => name === field)));
}
