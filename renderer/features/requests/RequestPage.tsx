import { Anchor } from '@mantine/core';
import { useState } from 'react';
import { useLive } from '#renderer/book/use-live.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { PaperFrame } from '#renderer/desk/paper/PaperFrame.tsx';
import { StepButton } from '#renderer/desk/paper/StepButton.tsx';
import { useSteps } from '#renderer/desk/paper/use-steps.ts';
import { pathOf } from '#renderer/desk/paths.ts';
import { useAddressPart, useGo } from '#renderer/desk/use-address.ts';
import { useStaff } from '#renderer/desk/use-staff.ts';
import { useWords } from '#renderer/desk/words.ts';
import { DataTable } from '#renderer/ui/DataTable.tsx';
import { DayText } from '#renderer/ui/DayText.tsx';
import { Empty } from '#renderer/ui/Empty.tsx';
import { Facts } from '#renderer/ui/Facts.tsx';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { Quantity } from '#renderer/ui/Quantity.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { StateView } from '#renderer/ui/StateView.tsx';
import { untyped } from '#shared/documents/act.ts';
import type { AnyRecord, DocumentRecord } from '#shared/documents/record.ts';
import { readAs } from '#shared/documents/step.ts';
import { arrivedOf, request, type Request } from '#shared/modules/request/module.ts';
import { declineRequest, finishRequest, withdrawRequest } from '#shared/modules/request/rules.ts';
import { ArrivalDialog } from './ArrivalDialog.tsx';
import { expectedOf } from './expected-of.ts';
import { TakeDialog } from './TakeDialog.tsx';

/** One request: what lacks for which order, who sees to it, when it is expected, what came. */
export function RequestPage() {
  const { t } = useTranslation();
  const id = useAddressPart('id');
  const found = useLive(
    async (read) => {
      const record = await readAs(read, request, id);
      return record && { record, source: await read.get(record.source) };
    },
    ['request', id],
  );
  return (
    <StateView of={found} isEmpty={(value) => value === null} empty={<Empty title={t('requests.gone')} />}>
      {(value) => value && <Shown key={value.record.id} {...value} />}
    </StateView>
  );
}

function Shown({ record, source }: { record: DocumentRecord<Request>; source: AnyRecord | null }) {
  const { t } = useTranslation();
  const words = useWords();
  const go = useGo();
  const { today } = useDesk();
  const { nameOf } = useStaff();
  const steps = useSteps();
  const [dialog, setDialog] = useState<'take' | 'putOff' | 'arrive' | null>(null);
  const { body } = record;
  const came = arrivedOf(record);
  const common = { module: request, record: untyped(record) };
  const done = (step: string) => `${words.event(request.kind, step)} · ${record.no}`;
  const from = record.events.findLast(({ type }) => type === 'taken')?.data.from;
  return (
    <PaperFrame
      record={untyped(record)}
      steps={steps}
      actions={
        <>
          <StepButton
            {...common}
            step="withdrawn"
            onReason={(reason) => steps.take(() => withdrawRequest(record.id, reason), done('withdrawn'))}
          />
          <StepButton
            {...common}
            step="declined"
            onReason={(reason) => steps.take(() => declineRequest(record.id, reason), done('declined'))}
          />
          <StepButton
            {...common}
            step="finished"
            onReason={(reason) => steps.take(() => finishRequest(record.id, reason), done('finished'))}
          />
          <StepButton {...common} step="putOff" onAct={() => setDialog('putOff')} />
          <StepButton {...common} step="taken" variant="filled" shortcut="mod+Enter" onAct={() => setDialog('take')} />
          <StepButton {...common} step="arrived" variant="filled" shortcut="mod+Enter" onAct={() => setDialog('arrive')} />
        </>
      }
    >
      <Section>
        <Facts
          columns={2}
          facts={[
            { label: words.field('request', 'type'), value: words.value('type', body.type) },
            {
              label: words.field('request', 'sourceNo'),
              value: source ? (
                <Anchor component="button" type="button" size="sm" ta="left" onClick={() => go(pathOf(source))}>
                  {body.sourceNo}
                </Anchor>
              ) : (
                body.sourceNo
              ),
            },
            { label: words.field('request', 'customerName'), value: body.customerName },
            { label: words.column('owner'), value: nameOf(record.owner) },
            { label: words.field('request', 'needBy'), value: <DayText day={body.needBy} today={today} /> },
            { label: t('requests.expected'), value: <DayText day={expectedOf(record)} today={today} /> },
            ...(typeof from === 'string' && from !== '' ? [{ label: t('requests.from'), value: from }] : []),
            ...(body.notes === '' ? [] : [{ label: words.field('request', 'notes'), value: body.notes, wide: true }]),
          ]}
        />
      </Section>
      <Section title={words.field('request', 'lines')} flush>
        <DataTable
          label={words.field('request', 'lines')}
          rows={body.lines}
          rowKey={({ line }) => String(line)}
          columns={[
            { key: 'code', header: t('documents.lines.request.code'), width: 120, render: ({ code }) => code },
            { key: 'name', header: t('documents.lines.request.name'), width: 160, grow: 1, render: ({ name }) => name },
            { key: 'spec', header: t('documents.lines.request.spec'), width: 170, render: ({ spec }) => spec },
            {
              key: 'quantity',
              header: t('documents.lines.request.quantity'),
              width: 90,
              align: 'right',
              render: ({ quantity, unit }) => <Quantity milli={quantity} unit={unit} />,
            },
            {
              key: 'came',
              header: t('requests.came'),
              width: 90,
              align: 'right',
              render: ({ line, unit }) => <Quantity milli={came.get(line) ?? 0} unit={unit} />,
            },
          ]}
        />
      </Section>
      {(dialog === 'take' || dialog === 'putOff') && <TakeDialog record={record} step={dialog} onClose={() => setDialog(null)} />}
      {dialog === 'arrive' && <ArrivalDialog record={record} onClose={() => setDialog(null)} />}
    </PaperFrame>
  );
}
