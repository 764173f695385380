import { useLive } from '#renderer/book/use-live.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { KeptPicture } from '#renderer/desk/KeptPicture.tsx';
import { PaperFrame } from '#renderer/desk/paper/PaperFrame.tsx';
import { StepButton } from '#renderer/desk/paper/StepButton.tsx';
import { useSteps } from '#renderer/desk/paper/use-steps.ts';
import { useAddressPart } from '#renderer/desk/use-address.ts';
import { useStaff } from '#renderer/desk/use-staff.ts';
import { useWords } from '#renderer/desk/words.ts';
import { Empty } from '#renderer/ui/Empty.tsx';
import { Facts } from '#renderer/ui/Facts.tsx';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { Section } from '#renderer/ui/Section.tsx';
import { StateView } from '#renderer/ui/StateView.tsx';
import { untyped } from '#shared/documents/act.ts';
import type { DocumentRecord } from '#shared/documents/record.ts';
import { readAs } from '#shared/documents/step.ts';
import { trip, type Trip } from '#shared/modules/trip/module.ts';
import { seeTrip, withdrawTrip } from '#shared/modules/trip/rules.ts';
import { useSeesAll } from './use-sees-all.ts';

/** One trip's report; the supervisor has seen it or not. */
export function TripPage() {
  const { t } = useTranslation();
  const { actor } = useDesk();
  const all = useSeesAll();
  const id = useAddressPart('id');
  const found = useLive(
    async (read) => {
      const record = await readAs(read, trip, id);
      return record && (all || record.owner === actor.id) ? record : null;
    },
    ['trip', id, all, actor.id],
  );
  return (
    <StateView of={found} isEmpty={(value) => value === null} empty={<Empty title={t('expenses.gone')} />}>
      {(record) => record && <Report key={record.id} record={record} />}
    </StateView>
  );
}

function Report({ record }: { record: DocumentRecord<Trip> }) {
  const words = useWords();
  const { actor } = useDesk();
  const steps = useSteps();
  const { nameOf } = useStaff();
  const { body } = record;
  const common = { module: trip, record: untyped(record) };
  const done = (step: string) => `${words.event(trip.kind, step)} · ${record.no}`;
  return (
    <PaperFrame
      record={untyped(record)}
      steps={steps}
      actions={
        <>
          {record.owner === actor.id && (
            <StepButton
              {...common}
              step="withdrawn"
              onReason={(reason) => steps.take(() => withdrawTrip(record.id, reason), done('withdrawn'))}
            />
          )}
          <StepButton
            {...common}
            step="seen"
            variant="filled"
            shortcut="mod+Enter"
            onAct={() => steps.take(() => seeTrip(record.id, ''), done('seen'))}
          />
        </>
      }
    >
      <Section>
        <Facts
          columns={2}
          facts={[
            { label: words.column('owner'), value: nameOf(record.owner) },
            { label: words.field('trip', 'place'), value: body.place },
            { label: `${words.field('trip', 'from')} – ${words.field('trip', 'to')}`, value: `${body.from} – ${body.to}` },
            { label: words.field('trip', 'purpose'), value: body.purpose, wide: true },
            { label: words.field('trip', 'customers'), value: body.customers, wide: true },
            { label: words.field('trip', 'result'), value: body.result, wide: true },
          ]}
        />
        {body.material !== '' && <KeptPicture hash={body.material} alt={words.field('trip', 'material')} />}
      </Section>
    </PaperFrame>
  );
}
