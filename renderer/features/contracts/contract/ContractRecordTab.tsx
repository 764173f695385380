import { LinkedPapers } from '#renderer/desk/LinkedPapers.tsx';
import { PrintedPapers } from '#renderer/desk/PrintedPapers.tsx';
import { useStaff } from '#renderer/desk/use-staff.ts';
import { useTimeline } from '#renderer/desk/use-timeline.ts';
import { useWords } from '#renderer/desk/words.ts';
import { DataTable, type Column } from '#renderer/ui/DataTable.tsx';
import { DayText } from '#renderer/ui/DayText.tsx';
import { Empty } from '#renderer/ui/Empty.tsx';
import { Facts } from '#renderer/ui/Facts.tsx';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { Section } from '#renderer/ui/Section.tsx';
import { Timeline } from '#renderer/ui/Timeline.tsx';
import { untyped } from '#shared/documents/act.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import { sealing } from '#shared/modules/sealing/module.ts';
import type { ContractView } from './read-contract.ts';
import classes from './contract.module.css';

/** Its registers: seal, archive, handover, remarks, and everything that happened. */
export function ContractRecordTab({ view }: { view: ContractView }) {
  const { t } = useTranslation();
  const words = useWords();
  const { nameOf } = useStaff();
  const { record, papers } = view;
  const timeline = useTimeline(untyped(record));
  const last = (type: string) => record.events.findLast((event) => event.type === type);
  const text = (type: string, field: string): string => {
    const value = last(type)?.data[field];
    return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  };
  const said = (type: string, ...fields: string[]): string => {
    const event = last(type);
    return event ? [nameOf(event.by), ...fields.map((field) => text(type, field))].filter(Boolean).join(' · ') : '';
  };
  const columns: Column<AnyRecord>[] = [
    { key: 'no', header: words.column('no'), width: 180, render: (row) => row.no },
    { key: 'day', header: words.column('day'), width: 110, render: (row) => <DayText day={row.day} /> },
    { key: 'by', header: t('contracts.record.custodian'), width: 110, render: (row) => nameOf(row.owner) },
    {
      key: 'impressions',
      header: words.field('sealing', 'impressions'),
      width: 100,
      align: 'right',
      render: (row) => sealing.read(row).body.impressions,
    },
    { key: 'notes', header: words.field('sealing', 'notes'), width: 140, grow: 1, render: (row) => sealing.read(row).body.notes },
  ];
  return (
    <div className={classes.two}>
      <div>
        <Section title={t('contracts.record.seals')} flush>
          <DataTable
            label={t('contracts.record.seals')}
            columns={columns}
            rows={papers.sealings}
            rowKey={({ id }) => id}
            empty={<Empty title={t('contracts.record.noSeal')} />}
          />
        </Section>
        <Section title={t('contracts.record.keeping')}>
          <Facts
            facts={[
              { label: words.event('contract', 'explained'), value: said('explained', 'name', 'day') },
              { label: words.event('contract', 'customerSigned'), value: said('customerSigned', 'name', 'day') },
              { label: words.event('contract', 'archived'), value: said('archived', 'place', 'copies') },
              { label: words.event('contract', 'handedOver'), value: said('handedOver', 'to', 'note') },
              { label: words.event('contract', 'acknowledged'), value: said('acknowledged', 'day') },
              { label: words.event('contract', 'putOff'), value: said('putOff', 'due', 'reason') },
            ]}
          />
        </Section>
        <LinkedPapers record={untyped(record)} />
        <PrintedPapers record={untyped(record)} />
      </div>
      <Section title={t('contracts.record.history')}>
        <Timeline entries={timeline} nameOf={nameOf} />
      </Section>
    </div>
  );
}
