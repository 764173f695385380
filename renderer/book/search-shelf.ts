import { pack, seekAt, unpack, type Block } from './search-block.ts';
import type { SearchKey } from './search-key.ts';

/** Blocks that may stay unpacked: those that commands touch just now. */
const LOOSE = 8;

/** A block while its keys change, or packed; never both. */
export interface Part {
  /** Seek key of the newest. */
  first: string;
  keys: SearchKey[] | null;
  block: Block | null;
}

/** The search keys of one kind, newest first, in blocks. */
export interface Shelf {
  /** Puts a key where it belongs; in the place of the one with the same seek key, if there is one. */
  put(key: SearchKey): void;
  /** Puts keys, newest first, behind all there are; false, without doing anything, when they do not belong there. */
  append(keys: readonly SearchKey[]): boolean;
  remove(seek: string): void;
  parts(): readonly Part[];
  /** The part's keys as they can be searched. */
  packed(part: Part): Block;
}

/** @param full keys in a full block; one that grew to twice as many is cut in two */
export function createShelf(full: number): Shelf {
  const parts: Part[] = [];
  const loose = new Set<Part>();

  function loosen(part: Part): SearchKey[] {
    part.keys ??= part.block ? unpack(part.block) : [];
    part.block = null;
    loose.delete(part);
    loose.add(part);
    if (loose.size > LOOSE)
      for (const oldest of loose) {
        if (oldest !== part) packed(oldest);
        break;
      }
    return part.keys;
  }

  function packed(part: Part): Block {
    part.block ??= pack(part.keys ?? []);
    part.keys = null;
    loose.delete(part);
    return part.block;
  }

  /** The part a seek key belongs to: the last that begins at or before it. */
  function partFor(seek: string): Part | undefined {
    let low = 0;
    let high = parts.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((parts[middle]?.first ?? '') <= seek) low = middle + 1;
      else high = middle;
    }
    return parts[Math.max(0, low - 1)];
  }

  function add(first: string, keys: SearchKey[], behind: Part | undefined): Part {
    const part = { first, keys, block: null };
    parts.splice(behind ? parts.indexOf(behind) + 1 : 0, 0, part);
    loosen(part);
    return part;
  }

  function cut(part: Part, keys: SearchKey[]): void {
    if (keys.length < 2 * full) return;
    const half = keys.splice(full);
    add(half[0]?.seek ?? '', half, part);
  }

  return {
    put: (key) => {
      const part = partFor(key.seek) ?? add(key.seek, [], undefined);
      const keys = loosen(part);
      const place = placeOf(keys, key.seek);
      keys.splice(place, keys[place]?.seek === key.seek ? 1 : 0, key);
      part.first = keys[0]?.seek ?? '';
      cut(part, keys);
    },
    append: (keys) => {
      const last = parts.at(-1);
      const end = last?.keys ? last.keys.at(-1)?.seek : last?.block ? seekAt(last.block, last.block.size - 1) : undefined;
      if (end !== undefined && end >= (keys[0]?.seek ?? '')) return false;
      let rest = [...keys];
      if (last && (last.keys?.length ?? last.block?.size ?? full) < full) {
        const own = loosen(last);
        own.push(...rest.splice(0, full - own.length));
      }
      for (; rest.length > 0; rest = rest.slice(full)) add(rest[0]?.seek ?? '', rest.slice(0, full), parts.at(-1));
      return true;
    },
    remove: (seek) => {
      const part = partFor(seek);
      if (!part) return;
      const keys = loosen(part);
      const place = placeOf(keys, seek);
      if (keys[place]?.seek === seek) keys.splice(place, 1);
      if (keys.length > 0) {
        part.first = keys[0]?.seek ?? '';
        return;
      }
      parts.splice(parts.indexOf(part), 1);
      loose.delete(part);
    },
    parts: () => parts,
    packed,
  };
}

/** Index of `seek` in sorted keys, or where it belongs. */
function placeOf(keys: readonly SearchKey[], seek: string): number {
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((keys[middle]?.seek ?? '') < seek) low = middle + 1;
    else high = middle;
  }
  return low;
}
