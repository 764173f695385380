/** Requests that may be answered at all. Any program and any web page on this computer can reach a port of 127.0.0.1. */
import type { IncomingHttpHeaders } from 'node:http';

export const LOOPBACK = '127.0.0.1';

export function originOf(port: number): string {
  return `http://${LOOPBACK}:${port}`;
}

/** A name that was made to point here (DNS rebinding) arrives with its own Host header. */
export function isOwnHost(headers: IncomingHttpHeaders, port: number): boolean {
  return headers.host === `${LOOPBACK}:${port}`;
}

/** Only our own page; a request without an origin is no page's. */
export function isOwnOrigin(headers: IncomingHttpHeaders, port: number): boolean {
  return headers.origin === originOf(port);
}

/** True for a request that no web page can have sent: a browser names the origin or says it is fetching. */
export function isFromProgram(headers: IncomingHttpHeaders): boolean {
  return headers.origin === undefined && headers['sec-fetch-site'] === undefined;
}
