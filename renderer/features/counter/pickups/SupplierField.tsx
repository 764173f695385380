import { useTranslation } from '#renderer/ui/i18n.ts';
import type { Book } from '#renderer/book/book.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { useWords } from '#renderer/desk/words.ts';
import { useAct } from '#renderer/desk/use-act.ts';
import { refusalWords } from '#renderer/ui/RefusalView.tsx';
import { RecordPicker, type Choice } from '#renderer/ui/RecordPicker.tsx';
import { supplier } from '#shared/modules/supplier/module.ts';
import { saveSupplier } from '#shared/modules/supplier/rules.ts';

export interface ChosenSupplier {
  id: string;
  name: string;
}

interface SupplierFieldProps {
  value: ChosenSupplier;
  onChange: (value: ChosenSupplier) => void;
}

/** Whom the goods are bought from: found by name, or entered on the spot. */
export function SupplierField({ value, onChange }: SupplierFieldProps) {
  const { t } = useTranslation();
  const words = useWords();
  const { book } = useDesk();
  const acting = useAct();
  const create = async (name: string) => {
    const body = { name: name.trim(), code: '', contact: '', phone: '', address: '' };
    const saved = await acting.act(saveSupplier('', body));
    if (saved) onChange({ id: saved.answer.supplier, name: body.name });
  };
  return (
    <RecordPicker
      label={words.field('pickup', 'supplierName')}
      placeholder={t('counter.pickup.findSupplier')}
      value={value.name === '' ? null : { key: value.id, label: value.name, data: value }}
      onChange={(choice) => onChange(choice?.data ?? { id: '', name: '' })}
      search={(text) => searchSuppliers(book, text)}
      onCreate={(name) => void create(name)}
      error={acting.refusal ? refusalWords(acting.refusal) : undefined}
      required

      // oxlint-disable-next-line jsx-a11y/no-autofocus -- the field the user came for
      autoFocus
    />
  );
}

async function searchSuppliers(book: Book, text: string): Promise<Choice<ChosenSupplier>[]> {
  const rows =
    text.trim() === ''
      ? (await book.list({ kind: supplier.kind, status: 'active', limit: 8 })).rows
      : [
          ...(
            await book.getMany(book.search({ text, kinds: [supplier.kind], without: ['withdrawn'], limit: 8 }).map((hit) => hit.id))
          ).values(),
        ];
  return rows.map(supplier.read).map(({ id, body }) => ({
    key: id,
    label: body.name,
    detail: [body.contact, body.phone].filter(Boolean).join(' · '),
    data: { id, name: body.name },
  }));
}
