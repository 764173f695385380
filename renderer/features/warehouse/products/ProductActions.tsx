import { Button, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { mayAct } from '#shared/documents/act.ts';
import type { DocumentRecord } from '#shared/documents/record.ts';
import { product, type Product } from '#shared/modules/product/module.ts';
import { discontinueProduct, resumeProduct } from '#shared/modules/product/rules.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { useAct } from '#renderer/desk/use-act.ts';
import { askConfirm } from '#renderer/ui/ask.tsx';
import { RefusalDialog } from '../RefusalDialog.tsx';

/** Stop selling it, or sell it again. */
export function ProductActions({ record }: { record: DocumentRecord<Product> }) {
  const { t } = useTranslation();
  const { actor } = useDesk();
  const { act, refusal, clear } = useAct();
  const may = (step: string) => mayAct(product, record, step, actor).ok;
  if (!may('discontinued') && !may('resumed')) return null;
  const discontinue = async () => {
    const sure = await askConfirm({
      title: t('warehouse.product.discontinueTitle', { name: record.title }),
      message: t('warehouse.product.discontinueText'),
      confirm: t('warehouse.product.discontinue'),
    });
    if (sure) await act(discontinueProduct(record.id));
  };
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="subtle" color="gray" rightSection={<IconChevronDown size={14} aria-hidden="true" />}>
            {t('warehouse.page.more')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {may('discontinued') && <Menu.Item onClick={() => void discontinue()}>{t('warehouse.product.discontinue')}</Menu.Item>}
          {may('resumed') && <Menu.Item onClick={() => void act(resumeProduct(record.id))}>{t('warehouse.product.resume')}</Menu.Item>}
        </Menu.Dropdown>
      </Menu>
      <RefusalDialog refusal={refusal} title={record.title} onClose={clear} />
    </>
  );
}
