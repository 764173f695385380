import { useTranslation } from '#renderer/ui/i18n.ts';
import type { Day } from '#shared/core/calendar.ts';
import type { AnyRecord, DocumentRecord } from '#shared/documents/record.ts';
import { dispatch, type Dispatch } from '#shared/modules/dispatch/module.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { useWords } from '#renderer/desk/words.ts';
import type { Column } from '#renderer/ui/DataTable.tsx';
import { DayText } from '#renderer/ui/DayText.tsx';
import { Money } from '#renderer/ui/Money.tsx';
import { StatusBadge } from '#renderer/ui/StatusBadge.tsx';
import { Age } from '../Age.tsx';
import { useLateAfter } from '../use-late-after.ts';
import { unsignedSince } from '../home/read-work.ts';
import { expectedDay } from './last-delay.ts';

const read = (row: AnyRecord): DocumentRecord<Dispatch> => dispatch.read(row);
const isUnsigned = (row: AnyRecord): boolean => ['out', 'passed'].includes(row.status);

/** Columns of every list of dispatch notes. `locations`: names by id. */
export function useDispatchColumns(locations: ReadonlyMap<string, string>, hasMore: boolean): readonly Column<AnyRecord>[] {
  const { t } = useTranslation();
  const { today } = useDesk();
  const words = useWords();
  const lateAfter = useLateAfter();
  const arrived = (row: AnyRecord) => ['signed', 'booked', 'cancelled', 'returned'].includes(row.status);
  const gone = (row: AnyRecord): Day => (isUnsigned(row) ? unsignedSince(read(row), today).goneOn : '');
  return [
    {
      key: 'no',
      header: t('warehouse.dispatch.no'),
      width: 160,
      render: (row) => row.no,
      sortText: (row) => row.no,
      total: (rows) =>
        hasMore ? t('warehouse.dispatch.countMore', { count: rows.length }) : t('warehouse.dispatch.count', { count: rows.length }),
    },
    {
      key: 'day',
      header: t('warehouse.dispatch.dayColumn'),
      width: 88,
      render: (row) => <DayText day={row.day} today={today} />,
      sortText: (row) => row.day,
    },
    {
      key: 'consignee',
      header: t('warehouse.dispatch.consignee'),
      width: 180,
      grow: 1,
      render: (row) => row.title,
      sortText: (row) => row.title,
    },
    { key: 'order', header: t('warehouse.dispatch.orderNo'), width: 176, render: (row) => read(row).body.orderNo, hidden: true },
    {
      key: 'location',
      header: t('warehouse.dispatch.location'),
      width: 90,
      render: (row) => locations.get(read(row).body.location) ?? '',
      sortText: (row) => locations.get(read(row).body.location) ?? '',
    },
    {
      key: 'vehicle',
      header: t('warehouse.dispatch.vehicle'),
      width: 96,
      render: (row) => read(row).body.vehicle,
      sortText: (row) => read(row).body.vehicle,
    },
    { key: 'driver', header: t('warehouse.dispatch.driver'), width: 90, render: (row) => read(row).body.driver, hidden: true },
    { key: 'carrier', header: t('warehouse.dispatch.carrier'), width: 120, render: (row) => read(row).body.carrier, hidden: true },
    {
      key: 'expected',
      header: t('warehouse.dispatch.expected'),
      width: 88,
      render: (row) => <DayText day={expectedDay(read(row))} today={today} due={!arrived(row)} />,
      sortText: (row) => expectedDay(read(row)),
    },
    {
      key: 'unsigned',
      header: t('warehouse.dispatch.unsignedFor'),
      width: 84,
      render: (row) => (isUnsigned(row) ? <Age days={unsignedSince(read(row), today).days} lateAfter={lateAfter} /> : ''),
      sortText: (row) => (isUnsigned(row) ? unsignedSince(read(row), today).days : -1),
    },
    {
      key: 'gone',
      header: t('warehouse.dispatch.goneOn'),
      width: 96,
      render: (row) => <DayText day={gone(row)} today={today} />,
      hidden: true,
    },
    {
      key: 'amount',
      header: t('warehouse.dispatch.amount'),
      width: 110,
      align: 'right',
      render: (row) => <Money fen={row.amount} />,
      sortText: (row) => row.amount,
      total: (rows) => <Money fen={rows.reduce((sum, row) => sum + row.amount, 0)} />,
    },
    {
      key: 'status',
      header: t('warehouse.dispatch.status'),
      width: 142,
      render: (row) => <StatusBadge tone={dispatch.tones[row.status] ?? 'neutral'} label={words.status(row)} />,
      sortText: (row) => row.status,
    },
  ];
}
