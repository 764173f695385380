import JsBarcode from 'jsbarcode';

/** Two dots of a 24-pin printer (180 dpi), in points: narrower modules do not survive it. */
export const MODULE = 0.8;

/** Code 128 of printable ASCII: one character per module, '1' is black. '' when the text has anything else. */
export function code128(text: string): string {
  if (!/^[\x20-\x7e]+$/.test(text)) return '';
  const target: { encodings?: { data: string }[] } = {};
  JsBarcode(target, text, { format: 'CODE128' });
  return (target.encodings ?? []).map((encoding) => encoding.data).join('');
}
