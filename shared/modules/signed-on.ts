/** Signatures as papers show them: post, name, day and what was said. */
import { dayOf } from '#shared/core/calendar.ts';
import { hlcMilliseconds } from '#shared/core/hybrid-clock.ts';
import type { AnyRecord, DocumentEvent } from '#shared/documents/record.ts';
import { approvalOf, type Signature } from '#shared/policy/approvals.ts';
import type { PaperContext } from './paper-kind.ts';
import { dayText, fill, paperTexts } from './paper-words.ts';

/** Papers are China's: minutes east of UTC. */
const OFFSET = 480;

/** 李经理 2026年11月2日; '' when nobody did it. */
export function signedBy(record: Pick<AnyRecord, 'events'>, type: string, context: Pick<PaperContext, 'language' | 'maker'>): string {
  const event = record.events.findLast((one) => one.type === type);
  return event ? `${context.maker(event.by)} ${dayOfEvent(event, context)}`.trim() : '';
}

/** The chain's signatures on the paper as it stands, in their order, and before them every time it was sent back. */
export function approvalLines(record: Pick<AnyRecord, 'events'>, context: PaperContext): string[] {
  const words = paperTexts(context.language);
  const { signed, sentBack } = words.application;
  const postOf = (post: unknown) => words.posts[post as keyof typeof words.posts] ?? '';
  const line = (text: string, { id, by, data }: Pick<DocumentEvent, 'id' | 'by' | 'data'>) =>
    fill(text, {
      post: postOf(data.post),
      name: `${context.maker(by)}${behalf(data.onBehalfOf, context)}`,
      day: dayOfEvent({ id }, context),
      comment: typeof data.comment === 'string' ? data.comment : '',
    }).trim();
  const back = record.events.filter(({ type }) => type === 'sentBack').map((event) => line(sentBack, event));
  const signatures = (approvalOf(record)?.signatures ?? []).map((one) => line(signed, { id: one.at, by: one.by, data: dataOf(one) }));
  return [...back, ...signatures];
}

function dataOf({ post, onBehalfOf, comment }: Signature): DocumentEvent['data'] {
  return { post, onBehalfOf, comment };
}

function behalf(id: unknown, context: PaperContext): string {
  const name = typeof id === 'string' && id !== '' ? context.maker(id) : '';
  return name === '' ? '' : fill(paperTexts(context.language).application.behalf, { name });
}

function dayOfEvent({ id }: Pick<DocumentEvent, 'id'>, { language }: Pick<PaperContext, 'language'>): string {
  return dayText(language, dayOf(hlcMilliseconds(id), OFFSET));
}
