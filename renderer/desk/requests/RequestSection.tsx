import { useState } from 'react';
import { useLive } from '#renderer/book/use-live.ts';
import { ActionButton } from '#renderer/ui/ActionButton.tsx';
import { DataTable } from '#renderer/ui/DataTable.tsx';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { Quantity } from '#renderer/ui/Quantity.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { StatusBadge } from '#renderer/ui/StatusBadge.tsx';
import type { AnyRecord } from '#shared/documents/record.ts';
import { location } from '#shared/modules/location/module.ts';
import { request } from '#shared/modules/request/module.ts';
import { lackingLines, openOf } from '#shared/modules/request/rules.ts';
import { useDesk } from '../desk.ts';
import { pathOf } from '../paths.ts';
import { useGo } from '../use-address.ts';
import { useWords } from '../words.ts';
import { AskDialog } from './AskDialog.tsx';

/** What an order, or a contract in force, lacks and what was asked of purchasing or production for it (STK-09); nothing when neither is the case. */
export function RequestSection({ record }: { record: AnyRecord }) {
  const { t } = useTranslation();
  const words = useWords();
  const { holds } = useDesk();
  const go = useGo();
  const [asking, setAsking] = useState(false);
  const found = useLive(
    async (read) => {
      // A contract names no place: its goods come into the main store. An order has its own.
      const places = (await read.all({ kind: location.kind, status: 'open' })).rows.map((row) => location.read(row));
      const store = (places.find(({ body }) => body.type === 'warehouse') ?? places[0])?.id ?? '';
      const requests = (await read.all({ kind: request.kind, source: record.id })).rows.map((row) => request.read(row));
      return { lacking: await lackingLines(read, record, store), requests, store };
    },
    ['lacking', record.id, record.status],
  );
  if (found.state !== 'ready') return null;
  const { lacking, requests, store } = found.value;
  if (lacking.length === 0 && requests.length === 0) return null;
  return (
    <Section
      title={t('requests.section')}
      hint={
        lacking.length === 0
          ? t('requests.covered')
          : t('requests.lacking', { what: lacking.map(({ name }) => name).join(t('common.listSeparator')) })
      }
      flush={requests.length > 0}
      actions={
        lacking.length > 0 &&
        holds(...request.makers) && (
          <ActionButton size="xs" variant="default" onAct={() => setAsking(true)}>
            {t('requests.ask')}
          </ActionButton>
        )
      }
    >
      {requests.length > 0 && (
        <DataTable
          label={t('requests.section')}
          rows={requests}
          rowKey={({ id }) => id}
          rowLabel={({ no }) => no}
          onOpen={(row) => go(pathOf(row))}
          columns={[
            { key: 'no', header: words.column('no'), width: 160, render: ({ no }) => no },
            { key: 'type', header: words.field('request', 'type'), width: 96, render: ({ body }) => words.value('type', body.type) },
            {
              key: 'goods',
              header: words.field('request', 'lines'),
              width: 140,
              grow: 1,
              render: ({ body }) => body.lines.map(({ name }) => name).join(', '),
            },
            {
              key: 'open',
              header: t('requests.open'),
              width: 90,
              align: 'right',
              render: (row) => (
                <Quantity milli={row.status === 'finished' ? 0 : openOf(row).reduce((sum, { quantity }) => sum + quantity, 0)} />
              ),
            },
            {
              key: 'status',
              header: words.column('status'),
              width: 110,
              render: (row) => (
                <StatusBadge
                  tone={request.tones[row.status] ?? 'neutral'}
                  label={words.status({ kind: request.kind, status: row.status })}
                />
              ),
            },
          ]}
        />
      )}
      {asking && <AskDialog record={record} location={store} lacking={lacking} onClose={() => setAsking(false)} />}
    </Section>
  );
}
