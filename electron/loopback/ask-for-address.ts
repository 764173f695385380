import { z } from 'zod';
import type { LoopbackFile } from './loopback-file.ts';
import { originOf } from './request-guard.ts';
import { createSessions } from './sessions.ts';

const answerSchema = z.object({ address: z.url() });

/** Asks the process that has this desk open for a new address of its page; null when none answers (it may be the desktop). */
export async function askForAddress({ serving, secret }: LoopbackFile): Promise<string | null> {
  if (serving === null) return null;
  try {
    const response = await fetch(`${originOf(serving)}/open`, {
      method: 'POST',
      headers: { authorization: createSessions(secret, Date.now).proof() },
      signal: AbortSignal.timeout(3000),
    });
    return response.ok ? answerSchema.parse(await response.json()).address : null;
  } catch {
    return null;
  }
}
