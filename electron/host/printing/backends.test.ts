import { expect, test } from 'vitest';
import { createLpBackend, defaultOf, formsOf, lpArguments } from './lp-backend.ts';
import { printersOf, sumatraArguments } from './sumatra-backend.ts';

const request = { file: '/spool/1.pdf', printer: 'LQ-630K', title: '送货单', formName: '', form: '241x140' as const };

test('lp prints a continuous form at its exact size, unscaled [DSP-02]', () => {
  expect(lpArguments(request)).toEqual([
    '-d',
    'LQ-630K',
    '-t',
    '送货单',
    '-o',
    'media=Custom.241x140mm',
    '-o',
    'print-scaling=none',
    '--',
    '/spool/1.pdf',
  ]);
  expect(lpArguments({ ...request, formName: '二等分' })).toContain('media=二等分');
  expect(lpArguments({ ...request, form: '80mm' }).join(' ')).not.toContain('media');
});

test('a title or printer with shell signs in it stays one argument', () => {
  expect(lpArguments({ ...request, title: '"; rm -rf / #', printer: '-o x' })).toEqual(expect.arrayContaining(['"; rm -rf / #', '-o x']));
});

test('SumatraPDF prints silently, unscaled, on the named form', () => {
  expect(sumatraArguments({ file: 'C:\\spool\\1.pdf', printer: 'EPSON LQ-630K', formName: '24.1x14.0' })).toEqual([
    '-print-to',
    'EPSON LQ-630K',
    '-print-settings',
    'noscale,paper=24.1x14.0',
    '-silent',
    'C:\\spool\\1.pdf',
  ]);
  expect(sumatraArguments({ file: 'a.pdf', printer: 'P', formName: 'odd, form' })[3]).toBe('noscale');
});

test('printers and their forms are read from what the system says', async () => {
  expect(formsOf('ColorModel/Color: *Gray\nPageSize/Media Size: *A4 A5 FanFoldUS Custom.WIDTHxHEIGHT\n')).toEqual([
    'A4',
    'A5',
    'FanFoldUS',
  ]);
  expect(defaultOf('system default destination: LASER\n')).toBe('LASER');
  expect(defaultOf('no system default destination')).toBe('');
  expect(printersOf('[{"Name":"EPSON","Default":true,"PrinterPaperNames":["A4","24.1x14.0"]}]')).toEqual([
    { name: 'EPSON', isDefault: true, forms: ['A4', '24.1x14.0'] },
  ]);
  const backend = createLpBackend((program, args) =>
    program === 'lpstat'
      ? Promise.resolve(args[0] === '-e' ? 'LASER\n' : 'system default destination: LASER')
      : Promise.reject(new Error('no options')),
  );
  expect(await backend.list()).toEqual([{ name: 'LASER', isDefault: true, forms: [] }]);
});

test('a computer without CUPS has no printers', async () => {
  expect(await createLpBackend(() => Promise.reject(new Error('ENOENT'))).list()).toEqual([]);
});
