import { useTranslation } from '#renderer/ui/i18n.ts';
import { useDraft } from '#renderer/desk/use-draft.ts';
import { emptyProduct, productDraft, type ProductDraft } from './product-draft.ts';
import { ProductForm } from './ProductForm.tsx';

/** A new product; what is typed survives a power cut. */
export function NewProduct() {
  const { t } = useTranslation();
  const parse = (body: unknown): ProductDraft | null => {
    const parsed = productDraft.safeParse(body);
    return parsed.success ? parsed.data : null;
  };
  const draft = useDraft('product', emptyProduct, parse, (value) => value.name || value.code);
  if (!draft.ready) return null;
  return (
    <ProductForm
      id=""
      title={t('warehouse.product.new')}
      value={draft.value}
      onChange={draft.change}
      onSaved={() => draft.discard(emptyProduct)}
    />
  );
}
