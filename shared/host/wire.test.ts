import fc from 'fast-check';
import { expect, test } from 'vitest';
import { packMessage, unpackMessage } from './wire.ts';

const bytes = fc.uint8Array({ maxLength: 2000 });

test('a message without bytes is plain JSON text', () => {
  const message = { id: 1, call: 'desk.setUp', value: { company: '公司 😀 \u2028' } };
  expect(packMessage(message)).toBe(JSON.stringify(message));
  expect(unpackMessage(packMessage(message))).toEqual(message);
});

test('bytes at the top of the value come back as they were, beside any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.jsonValue(), bytes, bytes, (name, more, content, other) => {
      // JSON has one zero.
      const message = { id: 7, ok: true, value: { name, more: JSON.parse(JSON.stringify(more)) as unknown, content, other } };
      const packed = packMessage(message);
      expect(packed).toBeInstanceOf(Uint8Array);
      expect(unpackMessage(packed)).toEqual(message);
    }),
  );
});

test('a view into a larger buffer is packed as what it shows', () => {
  const whole = new Uint8Array([1, 2, 3, 4, 5]);
  const packed = packMessage({ id: 1, value: { content: whole.subarray(1, 3) } });
  expect(unpackMessage(packed)).toEqual({ id: 1, value: { content: new Uint8Array([2, 3]) } });
});

test('garbage throws and never gives a message with bytes it does not have', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (garbage) => {
      expect(() => unpackMessage(garbage)).toThrow();
    }),
  );
  const packed = packMessage({ id: 1, value: { content: new Uint8Array(100) } });
  if (typeof packed === 'string') throw new Error('text');
  expect(() => unpackMessage(packed.subarray(0, packed.length - 1))).toThrow(RangeError);
  expect(() => unpackMessage(new Uint8Array([...packed, 0]))).toThrow(RangeError);
});

test('a part named __proto__ stays a property', () => {
  const json = '{"id":1,"value":{},"bytes":[["__proto__",1]]}';
  const packed = new Uint8Array([json.length, 0, 0, 0, ...[...json].map((character) => character.charCodeAt(0)), 9]);
  const { value } = unpackMessage(packed) as { value: object };
  expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  expect(Object.hasOwn(value, '__proto__')).toBe(true);
});
