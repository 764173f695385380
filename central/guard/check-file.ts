import { isSame } from '#shared/core/canonical.ts';
import { isFields, refuse, type Fields } from './refuse.ts';

const filePattern = /^file:[0-9a-f]{64}$/;
const chunkPattern = /^chunk:[0-9a-f]{64}:\d{1,5}$/;

/** A photo or scan: `file:<sha-256>` says what it is, `chunk:<sha-256>:<n>` carries it. Named after its content, so never replaced. */
export function checkFile(next: Fields, before: Fields | null): void {
  const id = String(next['_id']);
  if (filePattern.test(id)) checkMembers(next, { type: isText(100), name: isText(200), size: isCount, chunks: isCount });
  else if (chunkPattern.test(id))
    checkMembers(next, { data: (value) => typeof value === 'string' && /^[A-Za-z0-9+/]*={0,2}$/.test(value) });
  else refuse('shape', id);
  if (before && !isSame(content(next), content(before))) refuse('file-changed', id);
}

function checkMembers(document: Fields, known: Record<string, (value: unknown) => boolean>): void {
  for (const name of Object.keys(known)) if (!known[name]?.(document[name])) refuse('shape', name);
  const strange = Object.keys(content(document)).find((name) => !known[name]);
  if (strange !== undefined) refuse('shape', strange);
}

function content(document: unknown): Fields {
  const own: Record<string, unknown> = {};
  if (isFields(document)) for (const name of Object.keys(document)) if (name.charAt(0) !== '_') own[name] = document[name];
  return own;
}

const isText = (most: number) => (value: unknown) => typeof value === 'string' && value.length <= most;
const isCount = (value: unknown): boolean => typeof value === 'number' && Number.isInteger(value) && value >= 0;
