/**
 * Who may speak to the host. The address printed at the start has a token that works once; the page exchanges it for a session, which
 * it keeps for its tab. Sessions are signed, not stored, so that a tab goes on after the host was started again.
 */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

export interface Sessions {
  /** For one page, once. */
  newToken(): string;
  /** null when the token is unknown or was used. */
  exchange(token: string): string | null;
  isValid(session: string): boolean;
  /** What another start of the same desk, reading the same file, shows to ask for a token. */
  proof(): string;
  isProof(proof: string): boolean;
}

const LONGEST = 30 * 24 * 3_600_000;
/** Tokens that nobody came for. */
const MOST_TOKENS = 16;

/** @param secret hex, known only to the owner of the data folder */
export function createSessions(secret: string, now: () => number): Sessions {
  const tokens = new Set<string>();
  const sign = (text: string): string => createHmac('sha256', Buffer.from(secret, 'hex')).update(text).digest('hex');

  return {
    newToken: () => {
      const token = randomBytes(24).toString('hex');
      tokens.add(token);
      const [oldest = ''] = tokens;
      if (tokens.size > MOST_TOKENS) tokens.delete(oldest);
      return token;
    },
    exchange: (token) => {
      if (!tokens.delete(token)) return null;
      const about = `${now()}-${randomBytes(12).toString('hex')}`;
      return `${about}-${sign(`session ${about}`)}`;
    },
    isValid: (session) => {
      const [, about = '', at = '', signature = ''] = /^((\d{1,15})-[0-9a-f]{24})-([0-9a-f]{64})$/.exec(session) ?? [];
      return isSame(signature, sign(`session ${about}`)) && Math.abs(now() - Number(at)) < LONGEST;
    },
    proof: () => sign('open'),
    isProof: (proof) => isSame(proof, sign('open')),
  };
}

function isSame(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
}
