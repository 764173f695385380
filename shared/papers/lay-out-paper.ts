import type { PaperJob } from './content.ts';
import { drawCalibration } from './draw-calibration.ts';
import { drawContract } from './draw-contract.ts';
import { drawReceipt } from './draw-receipt.ts';
import { drawRoll } from './draw-roll.ts';
import { drawSlip } from './draw-slip.ts';
import { formGeometry } from './forms.ts';
import { mapText } from './map-text.ts';
import type { Measure } from './measure.ts';
import { planCopies } from './plan-copies.ts';
import { inkFor, type Desk, type Sheet } from './sheet.ts';
import { paperWords } from './words.ts';

/**
 * All pages of a job, in print order (set after set), ready to be drawn.
 * @throws RangeError when the paper is too small for the content
 */
export function layOutPaper(job: PaperJob, measure: Measure): Sheet[] {
  // In a Chinese font curly quotes are as wide as a hanzi: People’s would fall apart.
  const content =
    job.content.language === 'en' ? mapText(job.content, (text) => text.replace(/[‘’]/g, "'").replace(/[“”]/g, '"')) : job.content;
  const ink = inkFor(job.mono);
  const words = paperWords(content.language);
  const makeDesk = (sheet: Sheet): Desk => ({ sheet, ink, measure, words });
  const form = formGeometry(job.form);
  const sets = planCopies(content, job.copyMode);
  const roll = form.height === 0;
  switch (content.template) {
    case 'slip':
      return sets.flatMap((set) => (roll ? drawRoll(makeDesk, content, form, set) : drawSlip(makeDesk, content, form, set)));
    case 'receipt':
      return sets.flatMap((set) => (roll ? drawRoll(makeDesk, content, form, set) : drawReceipt(makeDesk, content, form, set)));
    case 'contract':
      return sets.flatMap((set) => drawContract(makeDesk, content, form, set));
    case 'calibration':
      return drawCalibration(makeDesk, content, form);
  }
}
