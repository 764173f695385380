import { Button } from '@mantine/core';
import { IconTruckDelivery } from '@tabler/icons-react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import type { z } from 'zod';
import { extractSubject } from '#shared/modules/extract/subject.ts';
import { untyped } from '#shared/documents/act.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import { dispatch } from '#shared/modules/dispatch/module.ts';
import { location } from '#shared/modules/location/module.ts';
import { useLive } from '#renderer/book/use-live.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { collectRecords } from '#renderer/desk/export/collect-records.ts';
import { ExportButton } from '#renderer/desk/export/ExportButton.tsx';
import { pathOf } from '#renderer/desk/paths.ts';
import { useAddressFilters, useGo } from '#renderer/desk/use-address.ts';
import { useList } from '#renderer/desk/use-list.ts';
import { useListView } from '#renderer/desk/use-list-view.ts';
import { useStaff } from '#renderer/desk/use-staff.ts';
import { useWords } from '#renderer/desk/words.ts';
import { DataTable } from '#renderer/ui/DataTable.tsx';
import { Empty } from '#renderer/ui/Empty.tsx';
import { FilterBar } from '#renderer/ui/FilterBar.tsx';
import type { Loadable } from '#renderer/ui/loadable.ts';
import { Page } from '#renderer/ui/Page.tsx';
import { readUnsigned, type Unsigned } from '../home/read-work.ts';
import { dispatchFilters } from './dispatch-filters.ts';
import { useDispatchColumns } from './use-dispatch-columns.tsx';

type Filters = z.infer<typeof dispatchFilters>;

/** All dispatch notes, newest first; the unsigned ones oldest first. */
export function DispatchList() {
  const { t } = useTranslation();
  const { today, holds, book } = useDesk();
  const words = useWords();
  const { nameOf } = useStaff();
  const go = useGo();
  const [filters, change] = useAddressFilters(dispatchFilters);
  const places = useLive(
    async (read) => (await read.all({ kind: location.kind })).rows.map((row) => [row.id, row.title] as const),
    ['locations'],
  );
  const locations = new Map(places.state === 'ready' ? places.value : []);
  const days = [0, 3, 7, 15, 30];
  return (
    <Page
      title={t('warehouse.dispatch.listTitle')}
      layout="flush"
      actions={
        <>
          <ExportButton
            name={`${t('warehouse.dispatch.listTitle')} ${today}`}
            subject={extractSubject(dispatch.kind)}
            collect={async (onProgress) => {
              const wanted =
                filters.unsigned === '' ? null : (await readUnsigned(book, today)).filter(isWanted(filters)).map(({ note }) => note.id);
              const matches = wanted === null ? isHere(filters) : (row: AnyRecord) => wanted.includes(row.id);
              return collectRecords(book, wanted === null ? queryOf(filters) : { kind: dispatch.kind }, matches, words, nameOf, onProgress);
            }}
          />
          {holds('salesperson', 'warehouse', 'manager') && (
            <Button leftSection={<IconTruckDelivery size={16} stroke={1.6} aria-hidden="true" />} onClick={() => go('/dispatches/new')}>
              {t('warehouse.dispatch.new')}
            </Button>
          )}
        </>
      }
      toolbar={
        <FilterBar
          fields={[
            {
              kind: 'choice',
              key: 'status',
              label: t('warehouse.dispatch.status'),
              options: ['drafted', 'released', 'picked', 'out', 'passed', 'signed', 'booked', 'returned', 'cancelled'].map((status) => ({
                value: status,
                label: words.status({ kind: dispatch.kind, status }),
              })),
            },
            { kind: 'days', key: 'day', label: t('warehouse.dispatch.dayColumn'), today },
            {
              kind: 'choice',
              key: 'location',
              label: t('warehouse.dispatch.location'),
              options: [...locations].map(([value, label]) => ({ value, label })),
            },
            {
              kind: 'choice',
              key: 'unsigned',
              label: t('warehouse.dispatch.unsignedFor'),
              options: days.map((count) => ({
                value: String(count),
                label: count === 0 ? t('warehouse.dispatch.unsignedAny') : t('warehouse.dispatch.unsignedOver', { days: count }),
              })),
            },
          ]}
          value={filters}
          onChange={(value) => change(dispatchFilters.parse(value))}
        />
      }
    >
      {filters.unsigned === '' ? (
        <Notes filters={filters} locations={locations} />
      ) : (
        <UnsignedNotes filters={filters} locations={locations} />
      )}
    </Page>
  );
}

interface NotesProps {
  filters: Filters;
  locations: ReadonlyMap<string, string>;
}

function Notes({ filters, locations }: NotesProps) {
  const list = useList(queryOf(filters), isHere(filters), filters.location);
  return <NoteTable {...list} locations={locations} filtered={Object.values(filters).some((value) => value !== '')} />;
}

function queryOf({ status, dayFrom, dayTo }: Filters) {
  return {
    kind: dispatch.kind,
    ...(status === '' ? {} : { status }),
    ...(dayFrom === '' && dayTo === '' ? {} : { day: { from: dayFrom || '0001-01-01', to: dayTo || '9999-12-31' } }),
  };
}

function isHere({ location: place }: Filters): ((row: AnyRecord) => boolean) | undefined {
  return place === '' ? undefined : (row) => dispatch.read(row).body.location === place;
}

/** The filter of the unsigned ones: by age, place and the day the goods went out. */
function isWanted(filters: Filters) {
  const least = Number(filters.unsigned) || 0;
  return ({ note, goneOn, days }: Unsigned) =>
    // "More than 3 days" is the fourth day; the choice "all" is 0.
    (least === 0 || days > least) &&
    (isHere(filters)?.(untyped(note)) ?? true) &&
    (filters.status === '' || note.status === filters.status) &&
    (filters.dayFrom === '' || goneOn >= filters.dayFrom) &&
    (filters.dayTo === '' || goneOn <= filters.dayTo);
}

/** Out and passed notes are a small set: their age is worked out here, oldest first. */
function UnsignedNotes({ filters, locations }: NotesProps) {
  const { today } = useDesk();
  const found = useLive((read) => readUnsigned(read, today), ['unsigned', today]);
  const rows: Loadable<readonly AnyRecord[]> =
    found.state === 'ready' ? { state: 'ready', value: found.value.filter(isWanted(filters)).map(({ note }) => untyped(note)) } : found;
  return <NoteTable rows={rows} hasMore={false} onMore={() => undefined} locations={locations} filtered />;
}

interface NoteTableProps {
  rows: Loadable<readonly AnyRecord[]>;
  hasMore: boolean;
  onMore: () => void;
  locations: ReadonlyMap<string, string>;
  filtered: boolean;
}

function NoteTable({ rows, hasMore, onMore, locations, filtered }: NoteTableProps) {
  const { t } = useTranslation();
  const go = useGo();
  const columns = useDispatchColumns(locations, hasMore);
  const listView = useListView('dispatches');
  return (
    <DataTable
      label={t('warehouse.dispatch.list')}
      columns={columns}
      rows={rows}
      hasMore={hasMore}
      onMore={onMore}
      {...listView}
      rowKey={(row) => row.id}
      rowLabel={(row) => row.no}
      onOpen={(row) => go(pathOf(row))}
      empty={
        filtered ? (
          <Empty title={t('warehouse.dispatch.emptyFiltered')} hint={t('warehouse.dispatch.emptyFilteredHint')} />
        ) : (
          <Empty
            title={t('warehouse.dispatch.empty')}
            hint={t('warehouse.dispatch.emptyHint')}
            icon={<IconTruckDelivery size={28} stroke={1.4} />}
          />
        )
      }
    />
  );
}
