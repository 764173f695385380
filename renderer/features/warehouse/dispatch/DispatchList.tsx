import { Button } from '@mantine/core';
import { IconTruckDelivery } from '@tabler/icons-react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import type { z } from 'zod';
import { untyped } from '#shared/documents/act.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import { dispatch } from '#shared/modules/dispatch/module.ts';
import { location } from '#shared/modules/location/module.ts';
import { useLive } from '#renderer/book/use-live.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { pathOf } from '#renderer/desk/paths.ts';
import { useAddressFilters, useGo } from '#renderer/desk/use-address.ts';
import { useList } from '#renderer/desk/use-list.ts';
import { useWords } from '#renderer/desk/words.ts';
import { DataTable } from '#renderer/ui/DataTable.tsx';
import { Empty } from '#renderer/ui/Empty.tsx';
import { FilterBar } from '#renderer/ui/FilterBar.tsx';
import type { Loadable } from '#renderer/ui/loadable.ts';
import { Page } from '#renderer/ui/Page.tsx';
import { readUnsigned } from '../home/read-work.ts';
import { dispatchFilters } from './dispatch-filters.ts';
import { useDispatchColumns } from './use-dispatch-columns.tsx';

type Filters = z.infer<typeof dispatchFilters>;

/** All dispatch notes, newest first; the unsigned ones oldest first. */
export function DispatchList() {
  const { t } = useTranslation();
  const { today, holds } = useDesk();
  const words = useWords();
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
        holds('salesperson', 'warehouse', 'manager') && (
          <Button leftSection={<IconTruckDelivery size={16} stroke={1.6} aria-hidden="true" />} onClick={() => go('/dispatches/new')}>
            {t('warehouse.dispatch.new')}
          </Button>
        )
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
  const isHere = (row: AnyRecord) => dispatch.read(row).body.location === filters.location;
  const list = useList(
    {
      kind: dispatch.kind,
      ...(filters.status === '' ? {} : { status: filters.status }),
      ...(filters.dayFrom === '' && filters.dayTo === ''
        ? {}
        : { day: { from: filters.dayFrom || '0001-01-01', to: filters.dayTo || '9999-12-31' } }),
    },
    filters.location === '' ? undefined : isHere,
    filters.location,
  );
  return <NoteTable {...list} locations={locations} filtered={Object.values(filters).some((value) => value !== '')} />;
}

/** Out and passed notes are a small set: their age is worked out here, oldest first. */
function UnsignedNotes({ filters, locations }: NotesProps) {
  const { today } = useDesk();
  const found = useLive((read) => readUnsigned(read, today), ['unsigned', today]);
  const least = Number(filters.unsigned) || 0;
  const rows: Loadable<readonly AnyRecord[]> =
    found.state === 'ready'
      ? {
          state: 'ready',
          value: found.value
            .filter(
              ({ note, goneOn, days }) =>
                // "More than 3 days" is the fourth day; the choice "all" is 0.
                (least === 0 || days > least) &&
                (filters.location === '' || note.body.location === filters.location) &&
                (filters.status === '' || note.status === filters.status) &&
                (filters.dayFrom === '' || goneOn >= filters.dayFrom) &&
                (filters.dayTo === '' || goneOn <= filters.dayTo),
            )
            .map(({ note }) => untyped(note)),
        }
      : found;
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
  return (
    <DataTable
      label={t('warehouse.dispatch.list')}
      columns={columns}
      rows={rows}
      hasMore={hasMore}
      onMore={onMore}
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
