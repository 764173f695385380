import type { AnyRecord } from '#shared/documents/record.ts';
import { contact } from '#shared/modules/contact/module.ts';
import { task } from '#shared/modules/task/module.ts';
import { visit } from '#shared/modules/visit/module.ts';
import type { DocumentWords } from '#renderer/desk/words.ts';

export interface Entry {
  /** What it is: 销售单, 来店, 电话. */
  what: string;
  text: string;
  /** What came of it. */
  note: string;
}

/**
 * One line of a customer's history: papers by number and title, talks by what was said.
 * @param name the customer's, left out of the titles: the whole page is about them
 */
export function describeEntry(record: AnyRecord, words: DocumentWords, name: string): Entry {
  const last = (type: string, field: string): string => {
    const said = record.events.findLast((event) => event.type === type)?.data[field];
    return typeof said === 'string' ? said : '';
  };
  switch (record.kind) {
    case 'contact': {
      const { body } = contact.read(record);
      return { what: words.value('channel', body.channel), text: body.said, note: '' };
    }
    case 'visit': {
      const { body } = visit.read(record);
      const outcome = last('closed', 'outcome');
      return {
        what: words.value('channel', body.channel),
        text: last('asked', 'need') || body.need || record.title,
        note: [outcome === '' ? '' : words.value('outcome', outcome), last('closed', 'reason')].filter(Boolean).join(' · '),
      };
    }
    case 'task':
      return { what: words.value('type', task.read(record).body.type), text: record.title, note: last('done', 'result') };
    default:
      return { what: words.kind(record.kind), text: titleWithout(record.title, name), note: '' };
  }
}

function titleWithout(title: string, name: string): string {
  return title
    .split(' · ')
    .filter((part) => part !== name)
    .join(' · ');
}
