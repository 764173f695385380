/** Black squares side by side in one row of a QR code, counted in squares. */
interface QrRun {
  x: number;
  y: number;
  length: number;
}

interface QrEncoder {
  measure(node: { qr: string; eccLevel: string }): { _canvas: { x: number; y: number }[]; _width: number };
}

// Compiled CommonJS with a `default` of its own, which Node and bundlers import differently; requiring it is the same everywhere.
const qrEncoder = (require('pdfmake/js/qrEnc.js') as { default: QrEncoder }).default;

/** The encoder's own module size when none is asked for. */
const STEP = 5;

/**
 * The black squares of a QR code (error correction M) as horizontal runs, and the number of squares along a side.
 * Taken from pdfmake's encoder rather than its `qr` node, which rounds a module down to whole points: a code of 25 squares in 44 pt would shrink to 25 pt.
 */
export function encodeQr(text: string): { side: number; runs: QrRun[] } {
  const node = qrEncoder.measure({ qr: text, eccLevel: 'M' });
  const runs: QrRun[] = [];
  // The first rectangle is the white ground.
  for (const square of node._canvas.slice(1)) {
    const x = square.x / STEP;
    const y = square.y / STEP;
    const before = runs.at(-1);
    if (before && before.y === y && before.x + before.length === x) before.length += 1;
    else runs.push({ x, y, length: 1 });
  }
  return { side: node._width / STEP, runs };
}
