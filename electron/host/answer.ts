/** Between a shell and the handlers: parses what the page sent, answers `{ ok, … }`, never rejects. */
import type { z } from 'zod';
import { HostFailure, hostCalls, type HostCall, type HostFailureCode, type HostHandlers } from '#shared/host/contract.ts';
import { isDiskFull } from './disk/disk.ts';
import type { LogLevel } from './log/open-log.ts';

export type Answer = { ok: true; value: unknown } | { ok: false; code: HostFailureCode; message: string };

export function createAnswer(
  handlers: HostHandlers,
  log: (level: LogLevel, message: string) => void,
): (name: string, input: unknown) => Promise<Answer> {
  return async (name, input) => {
    if (!isCall(name)) return { ok: false, code: 'invalid-input', message: 'no such call' };
    // The two maps have the same keys and matching types; only the pairing is lost on the compiler.
    const schema: z.ZodType = hostCalls[name].input;
    const parsed = schema.safeParse(input);
    if (!parsed.success) {
      log('warn', `${name}: ${parsed.error.message}`);
      return { ok: false, code: 'invalid-input', message: parsed.error.message };
    }
    try {
      const handler = handlers[name] as (input: unknown) => Promise<unknown>;
      return { ok: true, value: await handler(parsed.data) };
    } catch (problem) {
      const message = problem instanceof Error ? problem.message : String(problem);
      const code = codeOf(problem);
      log(
        code === 'internal' ? 'error' : 'warn',
        `${name}: ${code}: ${code === 'internal' && problem instanceof Error ? problem.stack : message}`,
      );
      return { ok: false, code, message };
    }
  };
}

function isCall(name: string): name is HostCall {
  return Object.hasOwn(hostCalls, name);
}

function codeOf(problem: unknown): HostFailureCode {
  if (problem instanceof HostFailure) return problem.code;
  return isDiskFull(problem) ? 'disk-full' : 'internal';
}
