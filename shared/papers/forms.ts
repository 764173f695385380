import type { PaperForm } from './content.ts';

/** Points in a millimetre. */
export const MM = 72 / 25.4;

export interface FormGeometry {
  width: number;
  /** 0: as long as the content (roll). */
  height: number;
  margin: { left: number; right: number; top: number; bottom: number };
  /** Type size of table and fields, and the smallest they may shrink to. */
  size: number;
  smallest: number;
  /** Height of one ruled line of the table. */
  unit: number;
  /** Columns of head fields. */
  fields: number;
  /** Pre-printed look: every page is ruled to its foot and carries the signatures. */
  ruled: boolean;
}

/**
 * Continuous forms: 15 mm beside the tractor holes, 7 mm at the tear edges (the Epson 24-pin driver cannot print the outer 6.35 mm).
 * 241×93 is a third of 280 mm: 93.3.
 */
const geometries: Record<PaperForm, FormGeometry> = {
  a4: {
    width: 210 * MM,
    height: 297 * MM,
    margin: { left: 40, right: 34, top: 36, bottom: 32 },
    size: 9,
    smallest: 7.5,
    unit: 16,
    fields: 3,
    ruled: false,
  },
  a5: {
    width: 210 * MM,
    height: 148 * MM,
    margin: { left: 30, right: 24, top: 22, bottom: 20 },
    size: 8.5,
    smallest: 7,
    unit: 14.5,
    fields: 3,
    ruled: true,
  },
  '241x140': {
    width: 241 * MM,
    height: 140 * MM,
    margin: { left: 15 * MM, right: 15 * MM, top: 7.2 * MM, bottom: 7.2 * MM },
    size: 8.5,
    smallest: 7.5,
    unit: 14,
    fields: 3,
    ruled: true,
  },
  '241x93': {
    width: 241 * MM,
    height: (280 / 3) * MM,
    margin: { left: 15 * MM, right: 15 * MM, top: 7.2 * MM, bottom: 7.2 * MM },
    size: 8.5,
    smallest: 7.5,
    unit: 13,
    fields: 4,
    ruled: true,
  },
  '80mm': {
    width: 80 * MM,
    height: 0,
    margin: { left: 4 * MM, right: 4 * MM, top: 4 * MM, bottom: 6 * MM },
    size: 8.5,
    smallest: 7.5,
    unit: 13,
    fields: 1,
    ruled: false,
  },
};

export function formGeometry(form: PaperForm): FormGeometry {
  return geometries[form];
}
