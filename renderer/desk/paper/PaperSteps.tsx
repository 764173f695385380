import { useDesk } from '../desk.ts';
import { useStaff } from '../use-staff.ts';
import { useWords } from '../words.ts';
import { Section } from '#renderer/ui/Section.tsx';
import { Steps } from '#renderer/ui/Steps.tsx';
import { dayOf } from '#shared/core/calendar.ts';
import { hlcMilliseconds } from '#shared/core/hybrid-clock.ts';
import type { AnyRecord } from '#shared/documents/record.ts';

interface PaperStepsProps {
  record: AnyRecord;
  /** Types of the events that lead to the end, in order. */
  steps: readonly string[];
  /** Statuses in which it goes no further. */
  stopped: readonly string[];
}

/** How far a paper has come through the hands that must sign it, by whom and when. */
export function PaperSteps({ record, steps, stopped }: PaperStepsProps) {
  const words = useWords();
  const { nameOf } = useStaff();
  const { settings } = useDesk();
  const reached = steps.map((type) => record.events.findLast((event) => event.type === type));
  const current = reached.findIndex((event) => event === undefined);
  return (
    <Section>
      <Steps
        steps={steps.map((type, index) => {
          const event = reached[index];
          const open = index === current ? (stopped.includes(record.status) ? 'stopped' : 'current') : 'todo';
          return {
            key: type,
            label: event || type === 'committed' ? words.event(record.kind, type) : words.step(record.kind, type),
            state: event ? 'done' : open,
            ...(event ? { note: `${nameOf(event.by)} ${dayOf(hlcMilliseconds(event.id), settings.offsetMinutes)}` } : {}),
          };
        })}
      />
    </Section>
  );
}
