import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { formatMilli } from '#shared/core/money.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import { untyped } from '#shared/documents/act.ts';
import type { PaperId } from '#shared/modules/paper-words.ts';
import type { Dispatch } from '#shared/modules/dispatch/module.ts';
import type { DocumentRecord } from '#shared/documents/record.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { pathOf } from '#renderer/desk/paths.ts';
import { useGo } from '#renderer/desk/use-address.ts';
import { DayText } from '#renderer/ui/DayText.tsx';
import { Age } from '../Age.tsx';
import { useLateAfter } from '../use-late-after.ts';
import type { StockRow } from '../stock/stock-rows.ts';
import type { Leaving, Work } from './read-work.ts';
import type { WorkGroupProps, WorkRow } from './WorkGroup.tsx';

/** The groups of the warehouse home, most urgent first: what holds up a vehicle comes before what can wait. */
export function useWorkGroups(work: Work, low: readonly StockRow[]): WorkGroupProps[] {
  const { t } = useTranslation();
  const { print, today, holds } = useDesk();
  const go = useGo();
  const keeper = holds('warehouse');
  const lateAfter = useLateAfter();
  const due = (day: string, fallback: string): ReactNode => <DayText day={day || fallback} today={today} due={day !== ''} />;
  const base = (record: AnyRecord, path: string) => ({ key: record.id, no: record.no, onOpen: () => go(path) });
  const printing = (record: AnyRecord, paper: PaperId) => ({
    label: t(`paperWords.titles.${paper}`),
    says: t('warehouse.home.printOf', { paper: t(`paperWords.titles.${paper}`), no: record.no }),
    run: () => print(record, paper),
  });
  const all = (path: string, search?: Record<string, unknown>) => (
    <Button size="xs" variant="subtle" onClick={() => go(path, search)}>
      {t('warehouse.home.showAll')}
    </Button>
  );
  const count = (lines: readonly unknown[]) => t('warehouse.home.lines', { count: lines.length });

  const note = (record: DocumentRecord<Dispatch>, next: WorkRow['next'], prints: WorkRow['prints']): WorkRow => ({
    ...base(untyped(record), pathOf(record)),
    name: record.body.consignee,
    detail: [record.body.vehicle, count(record.body.lines)].filter(Boolean).join(' · '),
    mark: due(record.body.expected, record.day),
    prints,
    next,
  });
  const notePrint = (record: DocumentRecord<Dispatch>) => printing(untyped(record), 'dispatch-note');
  const leavingPrints = ({ note: record, slip, pass }: Leaving) => [
    ...(pass ? [printing(untyped(pass), 'gate-pass')] : []),
    ...(slip ? [printing(untyped(slip), 'stock-out-slip')] : []),
    notePrint(record),
  ];
  const opens = (label: string, path: string, mine: boolean, search?: Record<string, unknown>): WorkRow['next'] =>
    mine ? { label, run: () => go(path, search) } : null;

  const groups: WorkGroupProps[] = [
    {
      id: 'work-pass',
      title: t('warehouse.home.pass'),
      hint: t('warehouse.home.passHint'),
      tone: 'bad',
      rows: work.withoutPass.map((leaving) => {
        const row = note(leaving.note, opens(t('warehouse.home.goPass'), pathOf(leaving.note), true), leavingPrints(leaving));
        return leaving.stopped === '' ? row : { ...row, detail: t('warehouse.next.stopped', { reason: leaving.stopped }) };
      }),
    },
    {
      id: 'work-issue',
      title: t('warehouse.home.issue'),
      hint: t('warehouse.home.issueHint'),
      tone: 'info',
      rows: work.toIssue.map((record) =>
        note(record, opens(t('warehouse.home.goIssue'), pathOf(record), keeper), [
          printing(untyped(record), 'dispatch-picking-list'),
          notePrint(record),
        ]),
      ),
      action: all('/dispatches', { status: 'released' }),
    },
    {
      id: 'work-gate',
      title: t('warehouse.home.gate'),
      hint: t('warehouse.home.gateHint'),
      tone: 'neutral',
      rows: work.atGate.map((leaving) => note(leaving.note, null, leavingPrints(leaving))),
    },
    {
      id: 'work-pick',
      title: t('warehouse.home.pick'),
      hint: t('warehouse.home.pickHint'),
      tone: 'info',
      rows: work.toPick.map((sale) => ({
        ...base(untyped(sale), `/warehouse/pick/${sale.id}`),
        name: sale.body.customerName,
        detail: count(sale.body.lines),
        mark: due(sale.body.deliverOn, sale.day),
        prints: [printing(untyped(sale), 'picking-list'), printing(untyped(sale), 'sales-slip')],
        next: opens(t('warehouse.home.goPick'), `/warehouse/pick/${sale.id}`, true),
      })),
    },
    {
      id: 'work-release',
      title: t('warehouse.home.release'),
      hint: t('warehouse.home.releaseHint'),
      tone: 'warn',
      rows: work.toRelease.map((record) =>
        note(record, opens(t('warehouse.home.goRelease'), pathOf(record), holds('manager')), [notePrint(record)]),
      ),
    },
    {
      id: 'work-take',
      title: t('warehouse.home.take'),
      hint: t('warehouse.home.takeHint'),
      tone: 'info',
      rows: work.toTake.map((slip) => ({
        ...base(untyped(slip), pathOf(slip)),
        name: slip.body.supplierName,
        detail: [slip.body.customerName, count(slip.body.lines)].join(' · '),
        mark: due('', slip.day),
        prints: [printing(untyped(slip), 'pick-up-slip')],
        next: opens(t('warehouse.home.goTake'), '/inbound/new', keeper, { pickup: slip.id }),
      })),
    },
    {
      id: 'work-return',
      title: t('warehouse.home.return'),
      hint: t('warehouse.home.returnHint'),
      tone: 'info',
      rows: work.toReceive.map((slip) => ({
        ...base(untyped(slip), pathOf(slip)),
        name: slip.body.customerName,
        detail: [slip.body.reason, count(slip.body.lines)].join(' · '),
        mark: due('', slip.day),
        prints: [printing(untyped(slip), 'return-slip')],
        next: opens(t('warehouse.home.goReceive'), pathOf(slip), keeper),
      })),
    },
    {
      id: 'work-sign',
      title: t('warehouse.home.sign'),
      hint: t('warehouse.home.signHint'),
      tone: 'warn',
      rows: work.unsigned.map(({ note: record, days }) => ({
        ...note(record, opens(t('warehouse.home.goSign'), pathOf(record), true), [notePrint(record)]),
        mark: <Age days={days} lateAfter={lateAfter} />,
      })),
      action: all('/dispatches', { unsigned: '0' }),
    },
    {
      id: 'work-low',
      title: t('warehouse.home.low'),
      hint: t('warehouse.home.lowHint'),
      tone: 'warn',
      rows: low.map((row) => ({
        key: row.key,
        no: row.product.body.code,
        name: row.product.title,
        detail: row.location,
        mark: t('warehouse.home.freeOfMark', {
          free: formatMilli(row.free),
          mark: formatMilli(row.product.body.lowStock),
          unit: row.product.body.unit,
        }),
        onOpen: () => go(`/products/${row.product.id}`),
        prints: [],
        next: opens(t('warehouse.home.goTransfer'), '/stock', keeper, { transfer: row.product.id }),
      })),
      most: 8,
      action: all('/stock', { low: '1' }),
    },
  ];
  // A manager's signature is what the whole warehouse waits for.
  return holds('manager') ? groups.toSorted((a, b) => Number(b.id === 'work-release') - Number(a.id === 'work-release')) : groups;
}
