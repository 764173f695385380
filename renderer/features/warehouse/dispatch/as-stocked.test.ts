import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asStocked, type LineToDispatch } from './read-to-dispatch.ts';

const line = fc.record({ product: fc.constantFrom('pot', 'spoon'), open: fc.integer({ min: 0, max: 9000 }) });

describe('a delivery as far as the stock goes', () => {
  it('never promises more of a product than is on hand, nor more of a line than is open [DSP-01 STK-01]', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), fc.integer({ min: -1000, max: 12_000 }), (drawn, onHand) => {
        const rest = { code: '', name: '', spec: '', unit: '', ordered: 0, noted: 0, onHand };
        const lines: LineToDispatch[] = drawn.map((each, index) => ({ ...rest, ...each, line: index }));
        const now = asStocked(lines);
        for (const each of lines) {
          const going = now.get(each.line) ?? -1;
          expect(going).toBeGreaterThanOrEqual(0);
          expect(going).toBeLessThanOrEqual(each.open);
        }
        for (const product of ['pot', 'spoon']) {
          const same = lines.filter((each) => each.product === product);
          const going = same.reduce((sum, each) => sum + (now.get(each.line) ?? 0), 0);
          const open = same.reduce((sum, each) => sum + each.open, 0);
          // And not less either: what is there goes.
          expect(going).toBe(Math.min(open, Math.max(0, onHand)));
        }
      }),
    );
  });
});
