/** The tab's right to speak to the loopback host: the address's token, exchanged once for a session that outlives a reload. */

const KEY = 'branch-desk-session';

export interface SessionPlace {
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
  location: Pick<Location, 'hash' | 'pathname'>;
  history: Pick<History, 'replaceState'>;
  fetch(path: string, init: RequestInit): Promise<Pick<Response, 'ok' | 'json'>>;
}

/** The session, asked for with the token when the address has one; 'refused' when the host takes neither. Rejects when no host answers. */
export async function openSession({ storage, location, history, fetch }: SessionPlace): Promise<string | 'refused'> {
  const token = /^#token=([0-9a-f]+)$/.exec(location.hash)?.[1];
  if (token !== undefined) {
    const session = await ask(fetch, { token });
    // Out of the address bar, where it could be copied or bookmarked; it works only once anyway.
    history.replaceState(null, '', `${location.pathname}#/`);
    if (session !== 'refused') {
      storage.setItem(KEY, session);
      return session;
    }
  }
  const session = storage.getItem(KEY);
  return session === null ? 'refused' : ask(fetch, { session });
}

async function ask(fetch: SessionPlace['fetch'], body: Record<string, string>): Promise<string | 'refused'> {
  const response = await fetch('/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) return 'refused';
  const answer: unknown = await response.json();
  return typeof answer === 'object' && answer !== null && 'session' in answer && typeof answer.session === 'string'
    ? answer.session
    : 'refused';
}
