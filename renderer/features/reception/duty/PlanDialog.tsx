import { Checkbox, Group, Input, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { ok } from '#shared/core/result.ts';
import type { Day } from '#shared/core/calendar.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import type { Decide } from '#shared/documents/reader.ts';
import type { Duty } from '#shared/modules/duty/module.ts';
import { planDuty } from '#shared/modules/duty/rules.ts';
import { holdsAny } from '#shared/policy/roles.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { useAct } from '#renderer/desk/use-act.ts';
import { useStaff } from '#renderer/desk/use-staff.ts';
import { FormDialog } from '#renderer/ui/FormDialog.tsx';
import { FormGrid, WideRow } from '#renderer/ui/FormGrid.tsx';
import { notify } from '#renderer/ui/notify.tsx';
import { RefusalView } from '#renderer/ui/RefusalView.tsx';
import { parseTime } from '../register/register-draft.ts';

export interface PlanDialogProps {
  /** The day it was opened on. */
  day: Day;
  /** When the first turn of a day usually begins. */
  from: string;
  week: readonly Day[];
  onClose: () => void;
}

/** One person's turn, on one or several days of a week. */
export function PlanDialog({ day, from: usual, week, onClose }: PlanDialogProps) {
  const { t, i18n } = useTranslation();
  const { actor, today } = useDesk();
  const { working } = useStaff();
  const { act, refusal } = useAct();
  const [owner, setOwner] = useState(actor.id);
  const [from, setFrom] = useState(usual);
  const [to, setTo] = useState<string>('14:30');
  const [place, setPlace] = useState('');
  const [days, setDays] = useState<string[]>([day]);
  const hosts = working.filter(({ id, body }) => holdsAny({ id, ...body }, ['salesperson', 'cashier', 'manager']));
  const start = parseTime(from);
  const end = parseTime(to);
  const blocked =
    start === null || end === null
      ? t('reception.register.badTime')
      : end <= start
        ? t('reception.duty.badRange')
        : days.length === 0
          ? t('reception.duty.chooseDay')
          : owner === ''
            ? t('reception.duty.choosePerson')
            : undefined;

  const plan = async () => {
    if (start === null || end === null) return;
    if (!(await act(planAll(days.toSorted(), owner, { from: start, to: end, place: place.trim() })))) return;
    notify.done(t('reception.duty.saved', { count: days.length }));
    onClose();
  };
  const weekday = (one: Day) =>
    new Intl.DateTimeFormat(i18n.language, { weekday: 'short', timeZone: 'UTC' }).format(new Date(`${one}T00:00:00Z`));
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('reception.duty.addTitle')}
      commit={t('reception.duty.commit')}
      onCommit={plan}
      blocked={blocked}
    >
      <FormGrid columns={3}>
        <WideRow>
          <Select
            label={t('reception.duty.who')}
            searchable
            value={owner === '' ? null : owner}
            onChange={(chosen) => setOwner(chosen ?? '')}
            data={hosts.map(({ id, body }) => ({ value: id, label: body.name }))}
          />
        </WideRow>
        <TextInput
          label={t('reception.duty.from')}
          data-autofocus
          value={from}
          error={start === null && t('reception.register.badTime')}
          onFocus={(event) => event.currentTarget.select()}
          onChange={(event) => setFrom(event.currentTarget.value)}
        />
        <TextInput
          label={t('reception.duty.to')}
          value={to}
          error={end === null && t('reception.register.badTime')}
          onFocus={(event) => event.currentTarget.select()}
          onChange={(event) => setTo(event.currentTarget.value)}
        />
        <TextInput
          label={t('reception.duty.place')}
          placeholder={t('reception.duty.door')}
          maxLength={40}
          value={place}
          onChange={(event) => setPlace(event.currentTarget.value)}
        />
        <WideRow>
          <Input.Wrapper label={t('reception.duty.days')} labelElement="div">
            <Checkbox.Group value={days} onChange={setDays}>
              <Group gap="sm">
                {week.map((one) => (
                  <Checkbox key={one} value={one} label={`${weekday(one)} ${one.slice(8)}`} disabled={one < today} />
                ))}
              </Group>
            </Checkbox.Group>
          </Input.Wrapper>
        </WideRow>
      </FormGrid>
      {refusal !== null && <RefusalView refusal={refusal} />}
    </FormDialog>
  );
}

/** The same turn on several days, all or none. */
function planAll(days: readonly Day[], owner: string, body: Duty): Decide {
  return async (read, moment) => {
    const records: AnyRecord[] = [];
    for (const day of days) {
      const planned = await planDuty(day, owner, body)(read, moment);
      if (!planned.ok) return planned;
      records.push(...planned.value.records);
    }
    return ok({ records, answer: null });
  };
}
