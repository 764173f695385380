/**
 * The text of a file from a Chinese office: UTF-8 or UTF-16 with a byte order mark, plain UTF-8, else GB18030 (what Excel saves as "CSV").
 * @param decoder the platform's `TextDecoder`
 */
export function decodeText(
  bytes: Uint8Array,
  decoder: DecoderMaker,
): { text: string; encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' } {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: decoder('utf-16le', false).decode(bytes), encoding: 'utf-16le' };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { text: decoder('utf-16be', false).decode(bytes), encoding: 'utf-16be' };
  try {
    return { text: decoder('utf-8', true).decode(bytes), encoding: 'utf-8' };
  } catch {
    return { text: decoder('gb18030', false).decode(bytes), encoding: 'gb18030' };
  }
}

export type DecoderMaker = (encoding: string, fatal: boolean) => { decode(bytes: Uint8Array): string };
