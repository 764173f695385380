import { Select, Textarea } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { product } from '#shared/modules/product/module.ts';
import { transferStock } from '#shared/modules/inbound/rules.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { useAct } from '#renderer/desk/use-act.ts';
import { EntryGrid } from '#renderer/ui/EntryGrid.tsx';
import { FormDialog } from '#renderer/ui/FormDialog.tsx';
import { FormGrid } from '#renderer/ui/FormGrid.tsx';
import { notify } from '#renderer/ui/notify.tsx';
import { RefusalView } from '#renderer/ui/RefusalView.tsx';
import { goodsLine, newGoodsLine, toGoods, wrongGoodsLine, type GoodsLine } from '../goods-lines.ts';
import { toChoice } from '../products/product-choices.ts';
import { useGoodsColumns } from '../use-goods-columns.tsx';
import { readFree, suggestTransfer } from './suggest-transfer.ts';

export interface TransferDialogProps {
  /** Product to begin with, '' for none. */
  first: string;
  locations: readonly { id: string; name: string }[];
  onClose: () => void;
}

/** Goods from one place to another in one slip; what is promised to customers stays where it is. */
export function TransferDialog({ first, locations, onClose }: TransferDialogProps) {
  const { t } = useTranslation();
  const { book, print } = useDesk();
  const { act, refusal, clear } = useAct();
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const [notes, setNotes] = useState('');
  const [lines, setLines] = useState<readonly GoodsLine[]>([newGoodsLine()]);
  const columns = useGoodsColumns({ location: from, cost: false, lines, onLines: setLines });

  useEffect(() => {
    if (first === '') return;
    let left = false;
    void (async () => {
      const record = await book.get(first);
      if (!record || left) return;
      const item = product.read(record);
      const suggested = suggestTransfer(item.body, await readFree(book, first, locations));
      const line = goodsLine(await toChoice(book, item, ''));
      if (left) return;
      setFrom(suggested.from);
      setTo(suggested.to);
      setLines([{ ...line, quantity: suggested.quantity }]);
    })();
    return () => {
      left = true;
    };
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once, for the product the dialog was opened with
  }, [book, first]);

  const places = locations.map((place) => ({ value: place.id, label: place.name }));
  const wrong = wrongGoodsLine(lines);
  const blocked =
    locations.length < 2
      ? t('warehouse.transfer.onePlace')
      : from === '' || to === ''
        ? t('warehouse.transfer.choosePlaces')
        : from === to
          ? t('warehouse.transfer.sameLocation')
          : toGoods(lines).length === 0
            ? t('warehouse.transfer.nothing')
            : wrong === null
              ? undefined
              : t('warehouse.inbound.lineProblem', { line: wrong });
  const commit = async () => {
    const saved = await act(transferStock({ fromLocation: from, location: to, lines: toGoods(lines), notes: notes.trim() }));
    const slip = saved?.records[0];
    if (!slip) return;
    notify.done(t('warehouse.transfer.done', { no: slip.no }), { label: t('common.print'), run: () => print(slip, 'inbound-slip') });
    onClose();
  };
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('warehouse.transfer.title')}
      commit={t('warehouse.transfer.commit')}
      onCommit={commit}
      blocked={blocked}
      size={760}
    >
      <FormGrid columns={2}>
        <Select
          label={t('warehouse.transfer.from')}
          data={places}
          value={from === '' ? null : from}
          onChange={(value) => {
            clear();
            setFrom(value ?? '');
          }}
          required
          data-autofocus
        />
        <Select
          label={t('warehouse.transfer.to')}
          data={places.filter((place) => place.value !== from)}
          value={to === '' ? null : to}
          onChange={(value) => {
            clear();
            setTo(value ?? '');
          }}
          required
        />
      </FormGrid>
      <EntryGrid
        label={t('warehouse.transfer.lines')}
        columns={columns}
        lines={lines}
        onLines={(update) => {
          clear();
          setLines(update);
        }}
        newLine={newGoodsLine}
        lineKey={(line) => line.key}
      />
      <Textarea
        label={t('warehouse.transfer.notes')}
        value={notes}
        maxLength={300}
        minRows={1}
        onChange={(event) => setNotes(event.currentTarget.value)}
      />
      {refusal && <RefusalView refusal={refusal} />}
    </FormDialog>
  );
}
