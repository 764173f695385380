import { useState } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { useLive } from '#renderer/book/use-live.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { useAct } from '#renderer/desk/use-act.ts';
import { useStaff } from '#renderer/desk/use-staff.ts';
import { useWords } from '#renderer/desk/words.ts';
import { ActionButton } from '#renderer/ui/ActionButton.tsx';
import { askConfirm } from '#renderer/ui/ask.tsx';
import { DataTable, type Column } from '#renderer/ui/DataTable.tsx';
import { Empty } from '#renderer/ui/Empty.tsx';
import { notify } from '#renderer/ui/notify.tsx';
import { RefusalView } from '#renderer/ui/RefusalView.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { StatusBadge } from '#renderer/ui/StatusBadge.tsx';
import type { Tone } from '#renderer/ui/tone.ts';
import type { Day } from '#shared/core/calendar.ts';
import { approvers } from '#shared/documents/approve.ts';
import type { DocumentRecord } from '#shared/documents/record.ts';
import { delegation, type Delegation } from '#shared/modules/delegation/module.ts';
import { endDelegation } from '#shared/modules/delegation/rules.ts';
import { LendDialog } from './LendDialog.tsx';

type Lent = DocumentRecord<Delegation>;
type State = 'now' | 'coming' | 'over' | 'ended';
const tones: Readonly<Record<State, Tone>> = { now: 'good', coming: 'info', over: 'neutral', ended: 'neutral' };

/** Who stands in for whom, from when to when (QPA-06). */
export function DelegationTab() {
  const { t } = useTranslation();
  const { actor, today } = useDesk();
  const { nameOf } = useStaff();
  const words = useWords();
  const { act, refusal } = useAct();
  const [lending, setLending] = useState(false);
  const found = useLive(async (read) => (await read.list({ kind: delegation.kind, limit: 200 })).rows.map(delegation.read), []);
  const lendable = approvers.filter((role) => actor.roles.includes(role));

  const end = async (row: Lent) => {
    const sure = await askConfirm({
      title: t('policy.delegation.endAsk'),
      message: t('policy.delegation.endHint', { name: row.body.toName }),
      confirm: t('policy.delegation.end'),
      danger: true,
    });
    if (sure && (await act(endDelegation(row.id)))) notify.done(t('policy.delegation.ended'));
  };
  const list = (values: readonly string[]) => values.join(t('common.listSeparator'));
  const head = (key: 'who' | 'to' | 'as' | 'matters' | 'days' | 'state') => t(`policy.delegation.columns.${key}`);
  const columns: Column<Lent>[] = [
    { key: 'who', header: head('who'), width: 100, render: (row) => nameOf(row.owner) || row.body.fromName },
    { key: 'to', header: head('to'), width: 100, render: (row) => nameOf(row.body.to) || row.body.toName },
    { key: 'as', header: head('as'), width: 140, render: (row) => list(row.body.roles.map((role) => words.role(role))) },
    {
      key: 'matters',
      header: head('matters'),
      width: 140,
      render: (row) => list(row.body.matters.map((matter) => words.value('matters', matter))) || t('policy.delegation.allMatters'),
    },
    {
      key: 'days',
      header: head('days'),
      width: 190,
      render: ({ body }) => `${body.from} – ${body.until}`,
      sortText: ({ body }) => body.from,
    },
    { key: 'reason', header: t('policy.delegation.reason'), width: 140, grow: 1, render: (row) => row.body.reason },
    {
      key: 'state',
      header: head('state'),
      width: 90,
      render: (row) => {
        const state = stateOf(row, today);
        return <StatusBadge tone={tones[state]} label={t(`policy.delegation.states.${state}`)} />;
      },
    },
    {
      key: 'end',
      header: '',
      width: 90,
      align: 'right',
      render: (row) =>
        ['now', 'coming'].includes(stateOf(row, today)) &&
        (row.owner === actor.id || actor.roles.includes('gm')) && (
          <ActionButton size="xs" variant="subtle" onAct={() => end(row)}>
            {t('policy.delegation.end')}
          </ActionButton>
        ),
    },
  ];

  return (
    <Section
      title={t('policy.inbox.tabs.lent')}
      hint={t('policy.delegation.hint')}
      actions={
        <ActionButton
          size="xs"
          onAct={() => setLending(true)}
          blocked={lendable.length === 0 ? t('policy.delegation.notApprover') : undefined}
          shortcut="F2"
        >
          {t('policy.delegation.lend')}
        </ActionButton>
      }
      flush
    >
      {refusal && <RefusalView refusal={refusal} />}
      <DataTable
        label={t('policy.inbox.tabs.lent')}
        columns={columns}
        rows={found}
        rowKey={(row) => row.id}
        rowLabel={(row) => row.no}
        empty={<Empty title={t('policy.delegation.none')} hint={t('policy.delegation.noneHint')} />}
      />
      {lending && <LendDialog lendable={lendable} onClose={() => setLending(false)} />}
    </Section>
  );
}

function stateOf({ status, body }: Lent, today: Day): State {
  if (status === 'ended') return 'ended';
  return today < body.from ? 'coming' : today > body.until ? 'over' : 'now';
}
