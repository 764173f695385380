import { MultiSelect, Select, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useDesk } from '#renderer/desk/desk.ts';
import { useStaff } from '#renderer/desk/use-staff.ts';
import { useWords } from '#renderer/desk/words.ts';
import { DayInput } from '#renderer/ui/DayInput.tsx';
import { FormGrid, WideRow } from '#renderer/ui/FormGrid.tsx';
import { useTranslation } from '#renderer/ui/i18n.ts';
import type { DocumentRecord } from '#shared/documents/record.ts';
import type { Contract } from '#shared/modules/contract/module.ts';
import type { WorkOrder } from '#shared/modules/workorder/module.ts';
import { finishWork, scheduleWork, writeWorkOrder } from '#shared/modules/workorder/rules.ts';
import { ActDialog } from '../ActDialog.tsx';

const jobs = ['splicing', 'installation', 'repair'] as const;

/** 派工单 from the contract (AFS-05): where, what, by when. */
export function WorkOrderDialog({ record, onClose }: { record: DocumentRecord<Contract>; onClose: () => void }) {
  const { t } = useTranslation();
  const words = useWords();
  const { today } = useDesk();
  const { body } = record;
  const [job, setJob] = useState<(typeof jobs)[number]>('installation');
  const [form, setForm] = useState({
    site: body.deliverTo || body.address,
    contact: body.contact,
    phone: body.phone,
    work: '',
    wantedOn: '',
    notes: '',
  });
  const field = (key: 'site' | 'contact' | 'phone' | 'notes', most: number) => ({
    label: words.field('workorder', key),
    value: form[key],
    maxLength: most,
    onChange: (event: { currentTarget: { value: string } }) => setForm({ ...form, [key]: event.currentTarget.value }),
  });
  return (
    <ActDialog
      title={t('contracts.work.title', { no: record.no })}
      commit={t('contracts.work.commit')}
      decide={() => writeWorkOrder(record.id, { job, ...form })}
      done={words.event('workorder', 'committed')}
      onClose={onClose}
      size={620}
    >
      <FormGrid>
        <Select
          label={words.field('workorder', 'job')}
          data={jobs.map((value) => ({ value, label: words.value('job', value) }))}
          value={job}
          onChange={(value) => setJob(jobs.find((known) => known === value) ?? 'installation')}
          allowDeselect={false}
        />
        <DayInput
          label={words.field('workorder', 'wantedOn')}
          value={form.wantedOn}
          onChange={(wantedOn) => setForm({ ...form, wantedOn })}
          today={today}
          earliest={today}
        />
        <WideRow>
          <TextInput {...field('site', 200)} />
        </WideRow>
        <TextInput {...field('contact', 60)} />
        <TextInput {...field('phone', 30)} inputMode="tel" />
        <WideRow>
          <Textarea
            label={words.field('workorder', 'work')}
            value={form.work}
            maxLength={500}
            minRows={2}
            autosize
            required
            onChange={(event) => setForm({ ...form, work: event.currentTarget.value })}
          />
        </WideRow>
        <WideRow>
          <TextInput {...field('notes', 300)} />
        </WideRow>
      </FormGrid>
    </ActDialog>
  );
}

interface JobDialogProps {
  job: DocumentRecord<WorkOrder>;
  onClose: () => void;
}

/** Crew and day, once the first instalment is there and the manager has signed (G-40, G-41). */
export function ScheduleDialog({ job, onClose }: JobDialogProps) {
  const { t } = useTranslation();
  const words = useWords();
  const { today } = useDesk();
  const { working } = useStaff();
  const [day, setDay] = useState(job.body.wantedOn < today ? today : job.body.wantedOn);
  const [crew, setCrew] = useState<string[]>([]);
  const technicians = working.filter(({ body }) => body.roles.includes('technician'));
  const people = technicians.length > 0 ? technicians : working;
  return (
    <ActDialog
      title={`${words.step('workorder', 'scheduled')} ${job.no}`}
      commit={words.step('workorder', 'scheduled')}
      decide={() => scheduleWork(job.id, { day, crew })}
      done={words.event('workorder', 'scheduled')}
      onClose={onClose}
    >
      <MultiSelect
        label={t('contracts.work.crew')}
        description={t('contracts.work.crewHint')}
        data={people.map(({ id, body }) => ({ value: id, label: body.name }))}
        value={crew}
        onChange={setCrew}
        searchable
      />
      <DayInput label={t('contracts.work.day')} value={day} onChange={setDay} today={today} earliest={today} required />
    </ActDialog>
  );
}

export function FinishWorkDialog({ job, onClose }: JobDialogProps) {
  const { t } = useTranslation();
  const words = useWords();
  const [note, setNote] = useState('');
  return (
    <ActDialog
      title={`${words.step('workorder', 'done')} ${job.no}`}
      commit={words.step('workorder', 'done')}
      decide={() => finishWork(job.id, note)}
      done={words.event('workorder', 'done')}
      onClose={onClose}
    >
      <Textarea
        label={t('contracts.work.note')}
        value={note}
        maxLength={300}
        minRows={2}
        autosize
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </ActDialog>
  );
}
