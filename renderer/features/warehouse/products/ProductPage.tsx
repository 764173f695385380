import { Button } from '@mantine/core';
import { IconArrowsExchange, IconBox, IconPencil } from '@tabler/icons-react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { formatMilli } from '#shared/core/money.ts';
import { monthOf, monthsUpTo } from '#shared/core/calendar.ts';
import type { DocumentRecord } from '#shared/documents/record.ts';
import { readAs } from '#shared/documents/step.ts';
import { product, type Product } from '#shared/modules/product/module.ts';
import { useLive } from '#renderer/book/use-live.ts';
import { FieldConflicts } from '#renderer/desk/conflicts/FieldConflicts.tsx';
import { useDesk } from '#renderer/desk/desk.ts';
import { useAddressPart, useGo } from '#renderer/desk/use-address.ts';
import { useTimeline } from '#renderer/desk/use-timeline.ts';
import { useWords } from '#renderer/desk/words.ts';
import { untyped } from '#shared/documents/act.ts';
import { BarByMonth } from '#renderer/ui/charts/BarByMonth.tsx';
import { Empty } from '#renderer/ui/Empty.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { StateView } from '#renderer/ui/StateView.tsx';
import { StatusBadge } from '#renderer/ui/StatusBadge.tsx';
import { Timeline } from '#renderer/ui/Timeline.tsx';
import { Movements } from './Movements.tsx';
import { ProductActions } from './ProductActions.tsx';
import { ProductFacts } from './ProductFacts.tsx';
import { ProductPieces } from './ProductPieces.tsx';
import classes from './ProductPage.module.css';
import { ProductStock } from './ProductStock.tsx';
import { PromisedOrders } from './PromisedOrders.tsx';

/** One product: what it is, where it lies, who has it promised, where it went. */
export function ProductPage() {
  const { t } = useTranslation();
  const id = useAddressPart('id');
  const found = useLive((read) => readAs(read, product, id), ['product', id]);
  return (
    <StateView
      of={found}
      isEmpty={(value) => value === null}
      empty={<Empty title={t('warehouse.product.missing')} icon={<IconBox size={28} stroke={1.4} />} />}
    >
      {(value) => value && <Shown key={value.id} record={value} />}
    </StateView>
  );
}

function Shown({ record }: { record: DocumentRecord<Product> }) {
  const { t } = useTranslation();
  const { holds, today } = useDesk();
  const words = useWords();
  const go = useGo();
  const timeline = useTimeline(untyped(record));
  const months = monthsUpTo(monthOf(today), 12);
  const sold = useLive(
    async (read) => Promise.all(months.map((month) => read.balance(`sold/${month}/${record.id}`))),
    ['sold', record.id, months[0] ?? ''],
  );
  const mayEdit = holds('manager', 'purchasing', 'warehouse');
  return (
    <Page
      title={record.title}
      subtitle={[record.body.code, record.body.barcode].filter(Boolean).join(' · ')}
      badges={<StatusBadge tone={product.tones[record.status] ?? 'neutral'} label={words.status(record)} />}
      actions={
        <>
          <ProductActions record={record} />
          {holds('warehouse') && (
            <Button
              variant="default"
              leftSection={<IconArrowsExchange size={16} stroke={1.6} aria-hidden="true" />}
              onClick={() => go('/stock', { transfer: record.id })}
            >
              {t('warehouse.product.transferHere')}
            </Button>
          )}
          {mayEdit && (
            <Button
              leftSection={<IconPencil size={16} stroke={1.6} aria-hidden="true" />}
              onClick={() => go(`/products/${record.id}/edit`)}
            >
              {t('warehouse.product.edit')}
            </Button>
          )}
        </>
      }
    >
      <FieldConflicts record={record} />
      <div className={classes.columns}>
        <div>
          <ProductStock record={record} />
          <ProductPieces record={record} />
          <PromisedOrders record={record} />
          <Movements record={record} />
        </div>
        <div>
          <ProductFacts record={record} />
          <Section title={t('warehouse.product.sold')}>
            {sold.state === 'ready' && (
              <BarByMonth
                label={t('warehouse.product.sold')}
                series={[{ key: 'sold', label: t('warehouse.product.soldSeries') }]}
                months={months.map((month, index) => ({ month, values: { sold: sold.value[index] ?? 0 } }))}
                format={(milli) => `${formatMilli(milli)} ${record.body.unit}`}
                formatAxis={formatMilli}
              />
            )}
          </Section>
          <Section title={t('warehouse.page.timeline')}>
            <Timeline entries={timeline} />
          </Section>
        </div>
      </div>
    </Page>
  );
}
