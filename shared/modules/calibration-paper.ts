import type { CalibrationContent } from '#shared/papers/content.ts';
import type { PaperContext } from './paper-kind.ts';
import { dayText, paperTexts } from './paper-words.ts';

/** The page to measure a printer's offset and scale with; it belongs to no document. */
export function makeCalibration(context: Omit<PaperContext, 'printing' | 'copies' | 'maker'> & { by: string }): CalibrationContent {
  const words = paperTexts(context.language);
  return {
    template: 'calibration',
    company: context.company,
    branch: context.branch,
    title: words.titles.calibration,
    no: 'CAL-1',
    day: dayText(context.language, context.printedAt.slice(0, 10)),
    code: '',
    language: context.language,
    stamp: '',
    printing: 1,
    maker: context.by,
    printedAt: context.printedAt,
    copies: [{ name: words.titles.calibration, priced: true }],
  };
}
