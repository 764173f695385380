import { create } from 'qrcode';

/** Black squares side by side in one row of a QR code, counted in squares. */
interface QrRun {
  x: number;
  y: number;
  length: number;
}

/** The black squares of a QR code (error correction M) as horizontal runs, and the number of squares along a side. Throws when the text is too long. */
export function encodeQr(text: string): { side: number; runs: QrRun[] } {
  const { size: side, data } = create(text, { errorCorrectionLevel: 'M' }).modules;
  const runs: QrRun[] = [];
  for (let y = 0; y < side; y += 1) {
    const row = Array.from(data.subarray(y * side, (y + 1) * side), (square) => (square === 0 ? ' ' : '#')).join('');
    for (const run of row.matchAll(/#+/g)) runs.push({ x: run.index, y, length: run[0].length });
  }
  return { side, runs };
}
