import type { PaperContent, PaperJob } from './content.ts';
import { paperWords } from './words.ts';

/** One run of the pages: which parts it is for and whether they may show prices. */
export interface PrintSet {
  label: string;
  /** Of the label, on colour printers: the usual colour of that part's paper, dark enough to read. */
  color: string;
  priced: boolean;
}

const LABEL_COLOURS: Record<number, readonly string[]> = {
  1: ['#555555'],
  2: ['#555555', '#c1121f'],
  3: ['#555555', '#c1121f', '#9a6b00'],
  4: ['#555555', '#c1121f', '#1d4ed8', '#9a6b00'],
  5: ['#555555', '#c1121f', '#1d4ed8', '#15803d', '#9a6b00'],
  6: ['#555555', '#c1121f', '#1d4ed8', '#15803d', '#9a6b00', '#7e22ce'],
};

/**
 * Plain paper: one set of pages per part, each with its own label. Carbonless: one strike goes through all parts, so parts with and
 * without prices cannot share it: the parts without get a strike of their own.
 */
export function planCopies(content: Pick<PaperContent, 'copies' | 'language'>, copyMode: PaperJob['copyMode']): PrintSet[] {
  const words = paperWords(content.language);
  const { copies } = content;
  if (copyMode === 'plain') {
    const colours = LABEL_COLOURS[Math.min(6, copies.length)] ?? [];
    return copies.map((copy, index) => ({
      label: copies.length > 1 ? words.part(index, copy.name) : copy.name,
      color: colours[index] ?? '#555555',
      priced: copy.priced,
    }));
  }
  const colours = words.colours[Math.min(6, copies.length) - 1] ?? [];
  return [true, false]
    .map((priced) => ({
      label: copies
        .flatMap((copy, index) => (copy.priced === priced ? [words.partOfSet(index, copy.name, colours[index] ?? '')] : []))
        .join('　'),
      color: '#555555',
      priced,
    }))
    .filter((set) => set.label !== '');
}
