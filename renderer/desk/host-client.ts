/** The contract as a page sees it, over whatever carries it. What comes in is parsed here, once. */
import { z } from 'zod';
import {
  HostFailure,
  hostCalls,
  hostEvents,
  hostFailureCodes,
  type Host,
  type HostCall,
  type HostEvent,
  type HostEventData,
  type HostOutput,
} from '#shared/host/contract.ts';

export interface HostTransport {
  /** Resolves to `{ ok, … }` as the host sent it; rejects with HostFailure when nothing came. */
  call(name: HostCall, input: unknown): Promise<unknown>;
  /** Listens to one event as the host sent it; returns the function that stops. */
  on(name: HostEvent, listener: (data: unknown) => void): () => void;
}

const answerSchema = z.union([
  z.object({ ok: z.literal(true), value: z.unknown().optional() }),
  z.object({ ok: z.literal(false), code: z.string(), message: z.string() }),
]);
const codeSchema = z.enum(hostFailureCodes).catch('internal');

export function createHostClient(transport: HostTransport): Host {
  return {
    call: async (name, input) => {
      const answer = answerSchema.safeParse(await transport.call(name, input));
      if (!answer.success) throw new HostFailure('internal', `${name}: not an answer`);
      if (!answer.data.ok) throw new HostFailure(codeSchema.parse(answer.data.code), answer.data.message);
      return parseOutput(name, answer.data.value);
    },
    on: (name, listener) =>
      transport.on(name, (data) => {
        const parsed = hostEvents[name].safeParse(data);
        // The schema of `name` and the listener's type come from the same row of the contract.
        if (parsed.success) listener(parsed.data as HostEventData<typeof name>);
      }),
  };
}

function parseOutput<C extends HostCall>(name: C, value: unknown): HostOutput<C> {
  const schema: z.ZodType = hostCalls[name].output;
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw new HostFailure('internal', `${name}: ${parsed.error.message}`);
  return parsed.data as HostOutput<C>;
}
