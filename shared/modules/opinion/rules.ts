/** What guests say on the opinion round (RCP-06). */
import { ok, refuse } from '#shared/core/result.ts';
import { commitNew, untyped } from '#shared/documents/act.ts';
import type { Decide } from '#shared/documents/reader.ts';
import { takeStep } from '#shared/documents/step.ts';
import { opinion, type Opinion } from './module.ts';

/** Refuses with TextMissing. */
export function hearOpinion(body: Opinion, party = ''): Decide<{ opinion: string }> {
  return async (_read, moment) => {
    if (body.said.trim() === '' || body.place.trim() === '') return refuse('TextMissing');
    const made = commitNew(opinion, body, moment, { party });
    return made.ok ? ok({ records: [untyped(made.value)], answer: { opinion: made.value.id } }) : made;
  };
}

export function answerOpinion(id: string, text: string): Decide {
  return async (read, moment) =>
    text.trim() === '' ? refuse('TextMissing') : takeStep(opinion, id, 'answered', { data: { text: text.trim() } })(read, moment);
}
