import { useLive } from '#renderer/book/use-live.ts';
import { PaperFrame } from '#renderer/desk/paper/PaperFrame.tsx';
import { StepButton } from '#renderer/desk/paper/StepButton.tsx';
import { useSteps } from '#renderer/desk/paper/use-steps.ts';
import { useAddressPart } from '#renderer/desk/use-address.ts';
import { useWords } from '#renderer/desk/words.ts';
import { Empty } from '#renderer/ui/Empty.tsx';
import { Facts } from '#renderer/ui/Facts.tsx';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { Money } from '#renderer/ui/Money.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { StateView } from '#renderer/ui/StateView.tsx';
import { untyped } from '#shared/documents/act.ts';
import type { DocumentRecord } from '#shared/documents/record.ts';
import { readAs } from '#shared/documents/step.ts';
import { LOOSE } from '#shared/modules/cashday/faces.ts';
import { cashday, type CashDay } from '#shared/modules/cashday/module.ts';
import { returnCashDay, signCashDay, withdrawCashDay } from '#shared/modules/cashday/rules.ts';
import { CashLines } from './CashLines.tsx';
import classes from './cashbook.module.css';

/** A day's sheet: figures, count, movements; the second signature closes the day. */
export function CashDayPage() {
  const { t } = useTranslation();
  const id = useAddressPart('id');
  const found = useLive((read) => readAs(read, cashday, id), ['cashday', id]);
  return (
    <StateView of={found} isEmpty={(value) => value === null} empty={<Empty title={t('cashbook.gone')} />}>
      {(record) => record && <Sheet key={record.id} record={record} />}
    </StateView>
  );
}

function Sheet({ record }: { record: DocumentRecord<CashDay> }) {
  const { t } = useTranslation();
  const words = useWords();
  const steps = useSteps();
  const { body } = record;
  const common = { module: cashday, record: untyped(record) };
  const done = (step: string) => `${words.event(cashday.kind, step)} · ${record.no}`;
  const money = (field: 'opening' | 'cashIn' | 'cashOut' | 'booked' | 'counted') => ({
    label: words.field('cashday', field),
    value: <Money fen={body[field]} symbol strong={field === 'booked' || field === 'counted'} />,
  });
  return (
    <PaperFrame
      record={untyped(record)}
      subtitle={`${words.value('box', body.box)} · ${record.day}`}
      steps={steps}
      actions={
        <>
          <StepButton
            {...common}
            step="withdrawn"
            onReason={(reason) => steps.take(() => withdrawCashDay(record.id, reason), done('withdrawn'))}
          />
          <StepButton
            {...common}
            step="returned"
            onReason={(reason) => steps.take(() => returnCashDay(record.id, reason), done('returned'))}
          />
          <StepButton
            {...common}
            step="signed"
            variant="filled"
            shortcut="mod+Enter"
            onAct={() => steps.take(() => signCashDay(record.id), done('signed'))}
          />
        </>
      }
      side={
        <Section title={words.field('cashday', 'faces')}>
          <dl className={classes.figures}>
            {body.faces.map(({ face, count }) => (
              <Face key={face} face={face} count={count} />
            ))}
            <dt className={classes.sum}>{words.field('cashday', 'counted')}</dt>
            <dd className={classes.sum}>
              <Money fen={body.counted} strong />
            </dd>
          </dl>
        </Section>
      }
    >
      <Section>
        <Facts
          columns={3}
          facts={[
            money('opening'),
            money('cashIn'),
            money('cashOut'),
            money('booked'),
            money('counted'),
            {
              label: words.field('cashday', 'difference'),
              value:
                body.difference === 0 ? (
                  t('cashbook.even')
                ) : (
                  <span className={classes.bad}>
                    <Money fen={body.difference} symbol strong />
                  </span>
                ),
            },
            ...(body.reason === '' ? [] : [{ label: words.field('cashday', 'reason'), value: body.reason, wide: true }]),
          ]}
        />
      </Section>
      <Section title={words.field('cashday', 'lines')} flush>
        <CashLines lines={body.lines} />
      </Section>
    </PaperFrame>
  );
}

function Face({ face, count }: { face: number; count: number }) {
  const { t } = useTranslation();
  return (
    <>
      <dt>
        {face === LOOSE
          ? t('cashbook.loose')
          : `${t('cashbook.face', { face: face >= 100 ? face / 100 : (face / 100).toFixed(1) })} × ${count}`}
      </dt>
      <dd>
        <Money fen={face * count} />
      </dd>
    </>
  );
}
