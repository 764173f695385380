import { Button, Switch } from '@mantine/core';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { reviewCustomer } from '#shared/modules/customer/rules.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { pathOf } from '#renderer/desk/paths.ts';
import { useAct } from '#renderer/desk/use-act.ts';
import { useAddressFilters, useGo } from '#renderer/desk/use-address.ts';
import { useStaff } from '#renderer/desk/use-staff.ts';
import { useWords } from '#renderer/desk/words.ts';
import { DataTable, type Column } from '#renderer/ui/DataTable.tsx';
import { DayText } from '#renderer/ui/DayText.tsx';
import { Empty } from '#renderer/ui/Empty.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import { RefusalView } from '#renderer/ui/RefusalView.tsx';
import { Completeness } from '../file/Completeness.tsx';
import { reviewSearch } from './review-search.ts';
import { MOST_FILES, useReview, type DueFile } from './use-review.ts';

/** Customer files nobody has gone through for longer than their class allows (CRM-03, CRM-04). */
export function ReviewPage() {
  const { t } = useTranslation();
  const { actor, today } = useDesk();
  const go = useGo();
  const words = useWords();
  const { nameOf } = useStaff();
  const { act, refusal } = useAct();
  const [{ mine }, change] = useAddressFilters(reviewSearch);
  const found = useReview();
  const rows =
    found.state === 'ready' ? { ...found, value: found.value.due.filter(({ record }) => mine === '' || record.owner === actor.id) } : found;

  const columns: Column<DueFile>[] = [
    { key: 'name', header: words.field('customer', 'name'), width: 220, grow: 2, render: ({ record }) => record.title },
    { key: 'class', header: words.field('customer', 'class'), width: 90, render: ({ record }) => words.value('class', record.body.class) },
    { key: 'last', header: t('customers.review.last'), width: 110, render: ({ last }) => <DayText day={last} today={today} /> },
    {
      key: 'overdue',
      header: t('customers.review.overdue'),
      width: 90,
      align: 'right',
      render: ({ overdueDays }) => t('customers.review.days', { count: overdueDays }),
    },
    {
      key: 'complete',
      header: t('customers.list.complete'),
      width: 116,
      render: ({ record }) => <Completeness body={record.body} />,
    },
    { key: 'phone', header: words.field('customer', 'phone'), width: 130, render: ({ record }) => record.body.phone },
    { key: 'owner', header: t('customers.list.owner'), width: 90, render: ({ record }) => nameOf(record.owner) },
    {
      key: 'done',
      header: t('customers.file.reviewed'),
      width: 110,
      render: ({ record }) => (
        <Button
          size="xs"
          variant="default"
          onClick={(event) => {
            event.stopPropagation();
            void act(reviewCustomer(record.id));
          }}
        >
          {t('customers.file.reviewed')}
        </Button>
      ),
    },
  ];
  return (
    <Page
      title={t('customers.review.title')}
      {...(found.state === 'ready' ? { subtitle: t('customers.review.subtitle', found.value.intervals) } : {})}
      layout="flush"
      toolbar={
        <>
          <Switch
            label={t('customers.review.mine')}
            checked={mine === 'yes'}
            onChange={(event) => change({ mine: event.currentTarget.checked ? 'yes' : '' })}
          />
          {found.state === 'ready' && found.value.partly && <span>{t('customers.review.partly', { count: MOST_FILES })}</span>}
        </>
      }
    >
      {refusal !== null && <RefusalView refusal={refusal} />}
      <DataTable
        label={t('customers.review.title')}
        columns={columns}
        rows={rows}
        rowKey={({ record }) => record.id}
        rowLabel={({ record }) => record.title}
        onOpen={({ record }) => go(pathOf(record))}
        empty={<Empty title={t('customers.review.none')} hint={t('customers.review.noneHint')} />}
      />
    </Page>
  );
}
