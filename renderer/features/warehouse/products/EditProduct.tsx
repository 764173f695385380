import { useState } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import type { DocumentRecord } from '#shared/documents/record.ts';
import { readAs } from '#shared/documents/step.ts';
import { product, type Product } from '#shared/modules/product/module.ts';
import { useLive } from '#renderer/book/use-live.ts';
import { useAddressPart } from '#renderer/desk/use-address.ts';
import { Empty } from '#renderer/ui/Empty.tsx';
import { StateView } from '#renderer/ui/StateView.tsx';
import { draftOf } from './product-draft.ts';
import { ProductForm } from './ProductForm.tsx';

/** Changes a product's file; only the fields that differ are written. */
export function EditProduct() {
  const { t } = useTranslation();
  const id = useAddressPart('id');
  const found = useLive((read) => readAs(read, product, id), ['product', id]);
  return (
    <StateView of={found} isEmpty={(value) => value === null} empty={<Empty title={t('warehouse.product.missing')} />}>
      {(value) => value && <Editing key={value.id} record={value} />}
    </StateView>
  );
}

function Editing({ record }: { record: DocumentRecord<Product> }) {
  const { t } = useTranslation();
  const [value, setValue] = useState(draftOf(record.body));
  return (
    <ProductForm id={record.id} title={t('warehouse.product.editTitle')} value={value} onChange={setValue} onSaved={() => undefined} />
  );
}
