import type { PaperForm, PaperJob } from './content.ts';
import { drawSlip } from './draw-slip.ts';
import { formGeometry } from './forms.ts';
import type { Measure } from './measure.ts';
import { planCopies } from './plan-copies.ts';
import { inkFor, type Desk, type Sheet } from './sheet.ts';
import { paperWords } from './words.ts';

/**
 * All pages of a job, in print order (set after set), ready to be drawn.
 * @throws RangeError when the paper is too small for the content
 */
export function layOutPaper(job: PaperJob, measure: Measure): Sheet[] {
  const { content } = job;
  const ink = inkFor(job.mono);
  const words = paperWords(content.language);
  const makeDesk = (sheet: Sheet): Desk => ({ sheet, ink, measure, words });
  const form = formGeometry(job.form);
  const sets = planCopies(content, job.copyMode);
  switch (content.template) {
    case 'slip':
      return sets.flatMap((set) => drawSlip(makeDesk, content, form, set));
    default:
      throw new RangeError(`no layout for ${content.template} on ${job.form satisfies PaperForm}`);
  }
}
