import { Autocomplete, Button, Select, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { product, productGroups } from '#shared/modules/product/module.ts';
import { saveProduct } from '#shared/modules/product/rules.ts';
import { trackings } from '#shared/modules/product/serials.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { useAct } from '#renderer/desk/use-act.ts';
import { useGo } from '#renderer/desk/use-address.ts';
import { useWords } from '#renderer/desk/words.ts';
import { ActionButton } from '#renderer/ui/ActionButton.tsx';
import { FormGrid, WideRow } from '#renderer/ui/FormGrid.tsx';
import { MoneyInput } from '#renderer/ui/MoneyInput.tsx';
import { notify } from '#renderer/ui/notify.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import { QuantityInput } from '#renderer/ui/QuantityInput.tsx';
import { RefusalView } from '#renderer/ui/RefusalView.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { toProduct, type ProductDraft } from './product-draft.ts';
import { Substitutes } from './Substitutes.tsx';

export interface ProductFormProps {
  /** '' for a new one. */
  id: string;
  title: string;
  value: ProductDraft;
  onChange: (value: ProductDraft) => void;
  /** After it was saved: the draft may go. */
  onSaved: () => Promise<void> | void;
}

const commonUnits = ['件', '个', '只', '台', '套', '箱', '盒', '双', '条', '张', '把', '米', '千克', '吨'];

/** A product's file. Code and bar code must be nobody else's; the rule looks at what the search index found for them. */
export function ProductForm({ id, title, value, onChange, onSaved }: ProductFormProps) {
  const { t } = useTranslation();
  const { book } = useDesk();
  const words = useWords();
  const { act, refusal, clear } = useAct();
  const go = useGo();
  const [problems, setProblems] = useState<ReadonlySet<string>>(new Set());
  const change = (changes: Partial<ProductDraft>) => {
    clear();
    onChange({ ...value, ...changes });
  };
  const onProblem = (field: string) => (problem: string | null) => {
    const next = new Set(problems);
    if (problem === null) next.delete(field);
    else next.add(field);
    setProblems(next);
  };
  const text = (field: 'code' | 'name' | 'spec' | 'barcode', longest: number, required = false) => (
    <TextInput
      label={t(`warehouse.product.${field}`)}
      value={value[field]}
      maxLength={longest}
      required={required}
      onChange={(event) => change({ [field]: event.currentTarget.value })}
      {...(field === 'name' ? { autoFocus: id === '' } : {})}
    />
  );
  const blocked =
    problems.size > 0
      ? t('warehouse.product.wrong')
      : value.name.trim() === ''
        ? t('warehouse.product.nameMissing')
        : value.code.trim() === ''
          ? t('warehouse.product.codeMissing')
          : value.unit.trim() === ''
            ? t('warehouse.product.unitMissing')
            : value.price === null
              ? t('warehouse.product.priceMissing')
              : undefined;
  const save = async () => {
    const body = toProduct(value);
    if (!body) return;
    const candidates = [body.code, body.barcode]
      .filter((code) => code.trim() !== '')
      .flatMap((code) => book.search({ text: code, kinds: [product.kind], limit: 20 }))
      .map((hit) => hit.id);
    const saved = await act(saveProduct(id, body, candidates));
    if (!saved) return;
    await onSaved();
    notify.done(t('warehouse.product.saved'));
    go(`/products/${saved.answer.product}`);
  };
  const floorAbove = value.floor !== null && value.price !== null && value.floor > value.price;
  return (
    <Page
      title={title}
      actions={
        <>
          <Button variant="subtle" onClick={() => go(id === '' ? '/products' : `/products/${id}`)}>
            {t('common.cancel')}
          </Button>
          <ActionButton shortcut="mod+Enter" onAct={save} blocked={blocked}>
            {t('warehouse.product.save')}
          </ActionButton>
        </>
      }
    >
      {refusal && <RefusalView refusal={refusal} />}
      <Section title={t('warehouse.product.facts')}>
        <FormGrid columns={4}>
          <WideRow>
            <FormGrid columns={2}>
              {text('name', 120, true)}
              {text('spec', 80)}
            </FormGrid>
          </WideRow>
          {text('code', 40, true)}
          {text('barcode', 40)}
          <Autocomplete
            label={t('warehouse.product.unit')}
            data={commonUnits}
            value={value.unit}
            maxLength={12}
            required
            onChange={(unit) => change({ unit })}
          />
          <Select
            label={t('warehouse.product.group')}
            data={productGroups.map((group) => ({ value: group, label: t(`warehouse.product.groups.${group}`) }))}
            value={value.group}
            allowDeselect={false}
            onChange={(group) => change({ group: productGroups.find((one) => one === group) ?? 'general' })}
          />
          <Select
            label={words.field('product', 'tracking')}
            description={t('warehouse.product.trackingHint')}
            data={trackings.map((tracking) => ({ value: tracking, label: words.value('tracking', tracking) }))}
            value={value.tracking ?? 'none'}
            allowDeselect={false}
            onChange={(tracking) => change({ tracking: trackings.find((one) => one === tracking) ?? 'none' })}
          />
          <MoneyInput
            label={t('warehouse.product.price')}
            value={value.price}
            required
            onChange={(price) => change({ price })}
            onProblem={onProblem('price')}
          />
          <MoneyInput
            label={t('warehouse.product.floor')}
            description={t('warehouse.product.floorHint')}
            value={value.floor}
            onChange={(floor) => change({ floor })}
            onProblem={onProblem('floor')}
            error={floorAbove ? t('warehouse.product.floorAbove') : undefined}
          />
          <QuantityInput
            label={t('warehouse.product.lowStock')}
            description={t('warehouse.product.lowStockHint')}
            value={value.lowStock}
            onChange={(lowStock) => change({ lowStock })}
            onProblem={onProblem('lowStock')}
          />
        </FormGrid>
      </Section>
      <Section title={t('warehouse.product.substitutes')} hint={t('warehouse.product.substitutesHint')}>
        <Substitutes own={id} ids={value.substitutes} onChange={(substitutes) => change({ substitutes })} />
      </Section>
      <Section title={t('warehouse.product.notes')}>
        <Textarea
          aria-label={t('warehouse.product.notes')}
          value={value.notes}
          maxLength={500}
          onChange={(event) => change({ notes: event.currentTarget.value })}
        />
      </Section>
    </Page>
  );
}
