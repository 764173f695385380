import type { Day } from '#shared/core/calendar.ts';
import { ok } from '#shared/core/result.ts';
import type { Decide } from '#shared/documents/reader.ts';
import type { DocumentRecord } from '#shared/documents/record.ts';
import { recordContact } from '#shared/modules/customer/rules.ts';
import { addTask, finishTask } from '#shared/modules/task/rules.ts';
import type { Task } from '#shared/modules/task/module.ts';

export interface FollowUpResult {
  result: string;
  /** Day of the next one, '' for none. */
  next: Day;
  channel: 'phone' | 'message' | 'visit' | 'field' | 'email';
}

/**
 * Ends a follow-up and writes what it came to: on the customer's card when there is one (RCP-09), with the next contact as a new task.
 * One write.
 */
export function finishFollowUp(record: DocumentRecord<Task>, { result, next, channel }: FollowUpResult): Decide {
  return async (read, moment) => {
    const finished = await finishTask(record.id, result)(read, moment);
    if (!finished.ok) return finished;
    const follow = followed(record, result, next, channel);
    if (!follow) return finished;
    const further = await follow(read, moment);
    return further.ok ? ok({ records: [...finished.value.records, ...further.value.records], answer: null }) : further;
  };
}

function followed(record: DocumentRecord<Task>, result: string, next: Day, channel: FollowUpResult['channel']): Decide<unknown> | null {
  if (record.party !== '' && result.trim() !== '') {
    return recordContact({ customer: record.party, body: { channel, said: result, next }, task: record.body.text });
  }
  if (next === '') return null;
  return addTask({ body: { ...record.body, due: next }, party: record.party, source: record.source, owner: record.owner });
}
