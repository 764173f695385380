import { useEffect } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { useLive } from '#renderer/book/use-live.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { collectRecords } from '#renderer/desk/export/collect-records.ts';
import { ExportButton } from '#renderer/desk/export/ExportButton.tsx';
import { useAddressFilters, useGo } from '#renderer/desk/use-address.ts';
import { useList } from '#renderer/desk/use-list.ts';
import { useListView } from '#renderer/desk/use-list-view.ts';
import { useStaff } from '#renderer/desk/use-staff.ts';
import { useWords } from '#renderer/desk/words.ts';
import { ActionButton } from '#renderer/ui/ActionButton.tsx';
import { DataTable } from '#renderer/ui/DataTable.tsx';
import { Empty } from '#renderer/ui/Empty.tsx';
import { FilterBar } from '#renderer/ui/FilterBar.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import { extractSubject } from '#shared/modules/extract/subject.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import { quotation } from '#shared/modules/quotation/module.ts';
import { expireQuotations } from '#shared/modules/quotation/rules.ts';
import { quotationsSearch } from './quotations-search.ts';
import { useQuotationColumns } from './quotation-columns.tsx';

const statuses = ['draft', 'submitted', 'returned', 'approved', 'sent', 'accepted', 'declined', 'refused', 'expired', 'replaced'];

/** All quotations, newest first. Opening the list ends those that are past their last day. */
export function QuotationsPage() {
  const { t } = useTranslation();
  const words = useWords();
  const go = useGo();
  const { today, actor, book, holds, run } = useDesk();
  const { working, nameOf } = useStaff();
  const [filters, change] = useAddressFilters(quotationsSearch);
  const view = useListView('quotations');
  const columns = useQuotationColumns();
  const { status, party, owner, dayFrom, dayTo } = filters;
  const mayWrite = holds('salesperson', 'manager');
  const buyer = useLive(async (read) => (party === '' ? '' : ((await read.get(party))?.title ?? '')), ['party', party]);
  const query = {
    kind: quotation.kind,
    ...(status === '' ? {} : { status }),
    ...(party === '' ? {} : { party }),
    ...(dayFrom === '' && dayTo === '' ? {} : { day: { from: dayFrom || '0000-01-01', to: dayTo || '9999-12-31' } }),
  };
  const matches = owner === '' ? undefined : (record: AnyRecord) => record.owner === owner;
  const list = useList(query, matches, owner);

  useEffect(() => {
    // What fails here is told by the shell; the list itself does not depend on it.
    if (mayWrite) void run(expireQuotations()).catch(() => undefined);
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once per opening and day
  }, [today]);

  return (
    <Page
      title={t('quotations.list.title')}
      subtitle={party === '' ? undefined : t('quotations.list.of', { name: buyer.state === 'ready' ? buyer.value : '' })}
      layout="flush"
      actions={
        <>
          <ExportButton
            name={`${t('quotations.list.title')} ${today}`}
            subject={extractSubject(query.kind)}
            collect={(onProgress) => collectRecords(book, query, matches, words, nameOf, onProgress)}
          />
          {mayWrite && (
            <ActionButton shortcut="F2" onAct={() => go('/quotations/new', party === '' ? {} : { party })}>
              {t('quotations.list.new')}
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
              label: t('quotations.list.status'),
              options: statuses.map((value) => ({ value, label: words.status({ kind: quotation.kind, status: value }) })),
            },
            { kind: 'days', key: 'day', label: t('quotations.list.day'), today },
            {
              kind: 'choice',
              key: 'owner',
              label: t('quotations.list.seller'),
              options: [
                { value: actor.id, label: t('quotations.list.mine') },
                ...working.filter((person) => person.id !== actor.id).map((person) => ({ value: person.id, label: person.body.name })),
              ],
            },
          ]}
          value={{ status, dayFrom, dayTo, owner }}
          onChange={(value) => change({ status: '', dayFrom: '', dayTo: '', owner: '', ...value })}
        />
      }
    >
      <DataTable
        {...list}
        label={t('quotations.list.title')}
        columns={columns}
        rowKey={(row) => row.id}
        rowLabel={(row) => row.no}
        onOpen={(row) => go(`/quotations/${row.id}`)}
        {...view}
        empty={<Empty title={t('quotations.list.empty')} hint={t('quotations.list.emptyHint')} />}
      />
    </Page>
  );
}
