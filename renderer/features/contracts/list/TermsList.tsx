import type { ReactNode } from 'react';
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
import { ActionButton } from '#renderer/ui/ActionButton.tsx';
import { DataTable } from '#renderer/ui/DataTable.tsx';
import { Empty } from '#renderer/ui/Empty.tsx';
import { FilterBar } from '#renderer/ui/FilterBar.tsx';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { Page } from '#renderer/ui/Page.tsx';
import { extractSubject } from '#shared/modules/extract/subject.ts';
import type { AnyModule } from '#shared/documents/module.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import { listSearch } from './list-search.ts';
import { useTermsColumns } from './terms-columns.tsx';

interface TermsListProps {
  module: AnyModule;
  title: string;
  statuses: readonly string[];
  /** Filters over several statuses: their name, their words, and the condition. */
  groups?: readonly { key: string; label: string; matches: (record: AnyRecord) => boolean }[];
  emptyHint: string;
  above?: (onStatus: (status: string) => void) => ReactNode;
}

const NONE: NonNullable<TermsListProps['groups']> = [];

/** Contracts or applications, newest first: by status, days, customer, salesperson. */
export function TermsList({ module, title, statuses, groups = NONE, emptyHint, above }: TermsListProps) {
  const { t } = useTranslation();
  const words = useWords();
  const go = useGo();
  const { today, actor, book, holds } = useDesk();
  const { working, nameOf } = useStaff();
  const [filters, change] = useAddressFilters(listSearch);
  const view = useListView(`${module.kind}s`);
  const columns = useTermsColumns(module);
  const { status, party, owner, dayFrom, dayTo } = filters;
  const group = groups.find(({ key }) => key === status);
  const buyer = useLive(async (read) => (party === '' ? '' : ((await read.get(party))?.title ?? '')), ['party', party]);
  const query = {
    kind: module.kind,
    ...(status === '' || group ? {} : { status }),
    ...(party === '' ? {} : { party }),
    ...(dayFrom === '' && dayTo === '' ? {} : { day: { from: dayFrom || '0000-01-01', to: dayTo || '9999-12-31' } }),
  };
  const condition = group === undefined && owner === '' ? undefined : matches;
  const list = useList(query, condition, `${group?.key ?? ''}|${owner}`);
  function matches(record: AnyRecord): boolean {
    return (owner === '' || record.owner === owner) && (group === undefined || group.matches(record));
  }
  const applies = holds('salesperson', 'manager');

  return (
    <Page
      title={title}
      subtitle={party === '' ? undefined : t('contracts.list.of', { name: buyer.state === 'ready' ? buyer.value : '' })}
      layout="flush"
      actions={
        <>
          <ExportButton
            name={`${title} ${today}`}
            subject={extractSubject(query.kind)}
            collect={(onProgress) => collectRecords(book, query, condition, words, nameOf, onProgress)}
          />
          {applies && (
            <ActionButton shortcut="F2" onAct={() => go('/applications/new', party === '' ? {} : { party })}>
              {t('contracts.list.apply')}
            </ActionButton>
          )}
        </>
      }
      toolbar={
        <FilterBar
          fields={[
            {
              kind: 'choice',
              key: 'status',
              label: words.column('status'),
              options: [
                ...groups.map(({ key, label }) => ({ value: key, label })),
                ...statuses.map((value) => ({ value, label: words.status({ kind: module.kind, status: value }) })),
              ],
            },
            { kind: 'days', key: 'day', label: words.column('day'), today },
            {
              kind: 'choice',
              key: 'owner',
              label: words.column('owner'),
              options: [
                { value: actor.id, label: t('contracts.list.mine') },
                ...working
                  .filter(
                    (person) => person.id !== actor.id && person.body.roles.some((role) => role === 'salesperson' || role === 'manager'),
                  )
                  .map((person) => ({ value: person.id, label: person.body.name })),
              ],
            },
          ]}
          value={{ status, dayFrom, dayTo, owner }}
          onChange={(value) => change({ status: '', dayFrom: '', dayTo: '', owner: '', ...value })}
        />
      }
    >
      {above?.((value) => change({ status: value }))}
      <DataTable
        {...list}
        label={title}
        columns={columns}
        rowKey={(row) => row.id}
        rowLabel={(row) => row.no}
        onOpen={(row) => go(pathOf(row))}
        {...view}
        empty={<Empty title={t('contracts.list.empty')} hint={emptyHint} />}
      />
    </Page>
  );
}
