/**
 * Who may speak to the host. The address printed at the start has a token that works once; the page exchanges it for a session, which
 * it keeps for its tab. A page reloaded before the answer came asks again and gets the same session; once that is used the token is void.
 * Sessions are signed, not stored, so that a tab goes on after the host was started again.
 */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

export interface Sessions {
  /** For one page, once. */
  newToken(): string;
  /** The token's one session; null when the token is unknown or its session was used. */
  exchange(token: string): string | null;
  isValid(session: string): boolean;
  /** As `isValid`; the token that the session was given for is good no more. */
  use(session: string): boolean;
  /** What another start of the same desk, reading the same file, shows to ask for a token. */
  proof(): string;
  isProof(proof: string): boolean;
}

const LONGEST = 30 * 24 * 3_600_000;
/** Tokens that nobody came for. */
const MOST_TOKENS = 16;

/** @param secret hex, known only to the owner of the data folder */
export function createSessions(secret: string, now: () => number): Sessions {
  /** The session each was exchanged for; '' before. */
  const tokens = new Map<string, string>();
  const sign = (text: string): string => createHmac('sha256', Buffer.from(secret, 'hex')).update(text).digest('hex');

  function isValid(session: string): boolean {
    const [, about = '', at = '', signature = ''] = /^((\d{1,15})-[0-9a-f]{24})-([0-9a-f]{64})$/.exec(session) ?? [];
    return isSame(signature, sign(`session ${about}`)) && Math.abs(now() - Number(at)) < LONGEST;
  }

  return {
    newToken: () => {
      const token = randomBytes(24).toString('hex');
      tokens.set(token, '');
      const [oldest = ''] = tokens.keys();
      if (tokens.size > MOST_TOKENS) tokens.delete(oldest);
      return token;
    },
    exchange: (token) => {
      const given = tokens.get(token);
      if (given === undefined || given !== '') return given ?? null;
      const about = `${now()}-${randomBytes(12).toString('hex')}`;
      const session = `${about}-${sign(`session ${about}`)}`;
      tokens.set(token, session);
      return session;
    },
    isValid,
    use: (session) => {
      if (!isValid(session)) return false;
      for (const [token, given] of tokens) if (given === session) tokens.delete(token);
      return true;
    },
    proof: () => sign('open'),
    isProof: (proof) => isSame(proof, sign('open')),
  };
}

function isSame(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
}
