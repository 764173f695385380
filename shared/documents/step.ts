import { ok, refuse } from '#shared/core/result.ts';
import { act, untyped, type GateFacts, type Moment, type Overrides } from './act.ts';
import type { Module } from './module.ts';
import type { Decide, Reader } from './reader.ts';
import type { DocumentRecord } from './record.ts';

export interface StepInput<Body> {
  data?: Record<string, unknown>;
  /** What the step's gates read. */
  facts?: (record: DocumentRecord<Body>, moment: Moment) => GateFacts;
  overrides?: Overrides | undefined;
}

/** The plain use case: one document takes one step. Refuses with NotFound and whatever `act` says. */
export function takeStep<Body>(module: Module<Body>, id: string, type: string, input: StepInput<Body> = {}): Decide {
  return async (read, moment) => {
    const record = await readAs(read, module, id);
    if (!record) return refuse('NotFound', { id });
    const done = act(module, record, type, input.data ?? {}, moment, input.facts?.(record, moment) ?? {}, input.overrides);
    return done.ok ? ok({ records: [untyped(done.value)], answer: null }) : done;
  };
}

/** The document when it is there and of this kind. */
export async function readAs<Body>(read: Reader, module: Module<Body>, id: string): Promise<DocumentRecord<Body> | null> {
  const found = id === '' ? null : await read.get(id);
  return found?.kind === module.kind ? module.read(found) : null;
}
