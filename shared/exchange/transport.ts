/** One request to the centre. The host sends it with Node's fetch, tests through a faulty network. */
export interface CentreRequest {
  method: 'GET' | 'PUT' | 'POST' | 'DELETE';
  /** Below the server's address, with its query: '/bd-company/_changes?since=0'. */
  path: string;
  /** Sent as JSON. */
  body?: unknown;
  /** Milliseconds until the request counts as failed. */
  timeout: number;
}

export interface CentreAnswer {
  status: number;
  /** The body as it came; whether it is JSON is not known yet. */
  text: string;
  /** Milliseconds since 1970 by the server's clock (its Date header), 0 when it did not say. */
  at: number;
}

/** Rejects with CentreProblem 'unreachable' | 'timed-out'. Any answer of the server resolves, whatever its status. */
export type Transport = (request: CentreRequest) => Promise<CentreAnswer>;

/** Why the centre could not be used; each has a text at `i18n sync.problem.*`. */
export const centreProblems = [
  /** No answer: no network, name unknown, connection refused or broken off. */
  'unreachable',
  'timed-out',
  /** 429 and 5xx: try again later. */
  'busy',
  /** Something answered that is no CouchDB: a login page of the network, a proxy, half an answer. */
  'nonsense',
  /** 401: the desk was revoked, or its secret was changed. */
  'unauthorized',
  /** 403 at signing on: CouchDB lets nobody try again for five minutes after five wrong passwords. */
  'locked',
  'forbidden',
  'not-found',
  'conflict',
  /** 413: a batch or a document beyond the server's limit. */
  'too-large',
  /** Any other 4xx: a mistake in our own request. */
  'refused',
] as const;
export type CentreProblemCode = (typeof centreProblems)[number];

export class CentreProblem extends Error {
  readonly code: CentreProblemCode;
  readonly status: number;

  constructor(code: CentreProblemCode, message: string, status = 0) {
    super(message);
    this.name = 'CentreProblem';
    this.code = code;
    this.status = status;
  }
}

const byStatus: Readonly<Record<number, CentreProblemCode>> = {
  401: 'unauthorized',
  403: 'forbidden',
  404: 'not-found',
  409: 'conflict',
  412: 'conflict',
  413: 'too-large',
  408: 'busy',
  429: 'busy',
};

/**
 * Sends and reads JSON. Every answer but 2xx with whole JSON is a problem: a page of HTML with status 200 must never pass for an empty
 * answer (measured: RxDB's own handlers take it for one).
 * @throws CentreProblem
 */
export async function ask(transport: Transport, request: CentreRequest): Promise<{ value: unknown; at: number }> {
  const { status, text, at } = await transport(request);
  const where = `${request.method} ${request.path.split('?')[0] ?? ''}`;
  if (status < 200 || status > 299) {
    const code = byStatus[status] ?? (status >= 500 ? 'busy' : status >= 400 ? 'refused' : 'nonsense');
    throw new CentreProblem(code, `${where}: ${status} ${text.slice(0, 200)}`, status);
  }
  try {
    return { value: JSON.parse(text), at };
  } catch {
    throw new CentreProblem('nonsense', `${where}: no JSON: ${text.slice(0, 80)}`, status);
  }
}
