/** Requests to the centre with Node's fetch, as one CouchDB user. A session's cookie instead of the password on each: hashing it is costly. */
import { CentreProblem, type CentreAnswer, type CentreRequest, type Transport } from '#shared/exchange/transport.ts';
import type { Connect } from './join-centre.ts';

export const connectByFetch: Connect = (url, { name, password }) => {
  let session: Promise<string> | null = null;

  async function signOn(timeout: number): Promise<string> {
    const { answer, cookie } = await send(url, '', { method: 'POST', path: '/_session', body: { name, password }, timeout });
    if (answer.status === 401) return '';
    if (answer.status > 299) throw new CentreProblem(answer.status === 403 ? 'locked' : 'busy', answer.text.slice(0, 200), answer.status);
    if (cookie === '') throw new CentreProblem('nonsense', 'no session was given');
    return cookie;
  }

  const transport: Transport = async (request) => {
    session ??= signOn(request.timeout);
    const used = session;
    const cookie = await used.catch((problem: unknown) => {
      if (session === used) session = null;
      throw problem;
    });
    const { answer, cookie: renewed } = await send(url, cookie, request);
    if (renewed !== '') session = Promise.resolve(renewed);
    if (answer.status !== 401) return answer;
    // The session ran out, or the server began another life: once more with a new one.
    if (session === used) session = signOn(request.timeout);
    return (await send(url, await session, request)).answer;
  };
  return transport;
};

async function send(url: string, cookie: string, request: CentreRequest): Promise<{ answer: CentreAnswer; cookie: string }> {
  const headers: Record<string, string> = { accept: 'application/json', 'x-couchdb-www-authenticate': 'Cookie' };
  if (cookie !== '') headers['cookie'] = cookie;
  if (request.body !== undefined) headers['content-type'] = 'application/json';
  try {
    const response = await fetch(`${url.replace(/\/+$/, '')}${request.path}`, {
      method: request.method,
      headers,
      redirect: 'error',
      signal: AbortSignal.timeout(request.timeout),
      ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
    });
    const text = await response.text();
    const given = response.headers.getSetCookie().find((one) => one.startsWith('AuthSession='));
    return {
      answer: { status: response.status, text, at: Date.parse(response.headers.get('date') ?? '') || 0 },
      cookie: given?.split(';')[0] ?? '',
    };
  } catch (problem) {
    const isTimeOut = problem instanceof DOMException && problem.name === 'TimeoutError';
    throw new CentreProblem(isTimeOut ? 'timed-out' : 'unreachable', reasonOf(problem));
  }
}

function reasonOf(problem: unknown): string {
  if (!(problem instanceof Error)) return String(problem);
  return problem.cause instanceof Error ? `${problem.message}: ${problem.cause.message}` : problem.message;
}
