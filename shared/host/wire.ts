/**
 * Messages of the loopback shell. Text where it can be; a message whose value has bytes at its top level (a file, a PDF) is binary:
 * 4 bytes length, the message as ASCII JSON without them, then the bytes one after the other. Everything else in the contract is JSON.
 */
import { z } from 'zod';

/** The page asks. */
export const callMessage = z.strictObject({ id: z.number().int(), call: z.string().max(64), value: z.unknown().optional() });
/** The host answers, or tells something unasked. */
export const hostMessage = z.union([
  z.strictObject({ id: z.number().int(), ok: z.literal(true), value: z.unknown().optional() }),
  z.strictObject({ id: z.number().int(), ok: z.literal(false), code: z.string(), message: z.string() }),
  z.strictObject({ event: z.string(), value: z.unknown().optional() }),
]);

/** WebSocket subprotocols: what is spoken, and `session.<session>` for who speaks. */
export const WIRE_PROTOCOL = 'branch-desk-1';
export const SESSION_PROTOCOL = 'session.';
/** Close codes: another window took over; what was sent made no sense. */
export const CLOSED_TAKEN = 4001;
export const CLOSED_GARBAGE = 4002;
export const CLOSED_ENDING = 4003;

const partsSchema = z.array(z.tuple([z.string(), z.number().int().min(0)]));
const LENGTH_BYTES = 4;

export function packMessage(message: Readonly<Record<string, unknown>>): string | Uint8Array<ArrayBuffer> {
  const { value } = message;
  const parts = isObject(value)
    ? Object.entries(value).filter((entry): entry is [string, Uint8Array] => entry[1] instanceof Uint8Array)
    : [];
  if (parts.length === 0 || !isObject(value)) return JSON.stringify(message);
  const bytes = parts.map(([key, part]) => [key, part.length] as const);
  const rest = Object.fromEntries(Object.entries(value).filter(([, member]) => !(member instanceof Uint8Array)));
  const head = toAscii(JSON.stringify({ ...message, value: rest, bytes }));
  const packed = new Uint8Array(LENGTH_BYTES + head.length + parts.reduce((sum, [, part]) => sum + part.length, 0));
  new DataView(packed.buffer).setUint32(0, head.length, true);
  for (let at = 0; at < head.length; at += 1) packed[LENGTH_BYTES + at] = head.charCodeAt(at);
  let at = LENGTH_BYTES + head.length;
  for (const [, part] of parts) {
    packed.set(part, at);
    at += part.length;
  }
  return packed;
}

/** The message, still to be parsed by its schema. Throws on anything `packMessage` does not make. */
export function unpackMessage(data: string | Uint8Array): unknown {
  if (typeof data === 'string') return JSON.parse(data);
  if (data.length < LENGTH_BYTES) throw new RangeError('no length');
  const headLength = new DataView(data.buffer, data.byteOffset).getUint32(0, true);
  let at = LENGTH_BYTES + headLength;
  if (at > data.length) throw new RangeError('the head goes beyond the end');
  const message: unknown = JSON.parse(fromAscii(data.subarray(LENGTH_BYTES, at)));
  if (!isObject(message) || !isObject(message['value'])) throw new RangeError('no value');
  const { bytes, ...rest } = message;
  const value: Record<string, unknown> = { ...message['value'] };
  for (const [key, length] of partsSchema.parse(bytes)) {
    if (at + length > data.length) throw new RangeError('the bytes go beyond the end');
    const part = new Uint8Array(length);
    part.set(data.subarray(at, at + length));
    // Defined, not assigned: a part named __proto__ must stay a property.
    Object.defineProperty(value, key, { value: part, enumerable: true });
    at += length;
  }
  if (at !== data.length) throw new RangeError('more bytes than announced');
  return { ...rest, value };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function toAscii(json: string): string {
  return json.replaceAll(/[\u007f-\uffff]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function fromAscii(bytes: Uint8Array): string {
  let text = '';
  // In pieces: a call has room for some ten thousand arguments only.
  for (let at = 0; at < bytes.length; at += 4096) text += String.fromCharCode(...bytes.subarray(at, at + 4096));
  return text;
}
