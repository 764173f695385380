import { SegmentedControl, TextInput } from '@mantine/core';
import { useState } from 'react';
import { DayInput } from '#renderer/ui/DayInput.tsx';
import { FormDialog } from '#renderer/ui/FormDialog.tsx';
import { FormGrid } from '#renderer/ui/FormGrid.tsx';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { notify } from '#renderer/ui/notify.tsx';
import { QuantityInput } from '#renderer/ui/QuantityInput.tsx';
import { RefusalView } from '#renderer/ui/RefusalView.tsx';
import { contract } from '#shared/modules/contract/module.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import type { Request } from '#shared/modules/request/module.ts';
import { askForGoods } from '#shared/modules/request/rules.ts';
import { useDesk } from '../desk.ts';
import { useAct } from '../use-act.ts';
import { useWords } from '../words.ts';
import classes from './requests.module.css';

const types = ['purchase', 'production'] as const;

interface AskDialogProps {
  record: AnyRecord;
  location: string;
  lacking: Request['lines'];
  onClose: () => void;
}

/** Everything that lacks is asked for unless less is wanted; a contract's goods are made, an order's bought, unless said otherwise. */
export function AskDialog({ record, location, lacking, onClose }: AskDialogProps) {
  const { t } = useTranslation();
  const words = useWords();
  const { today } = useDesk();
  const { act, refusal } = useAct();
  const [type, setType] = useState<Request['type']>(record.kind === contract.kind ? 'production' : 'purchase');
  const [wanted, setWanted] = useState<Readonly<Record<number, number | null>>>(() =>
    Object.fromEntries(lacking.map(({ line, quantity }) => [line, quantity])),
  );
  const [needBy, setNeedBy] = useState('');
  const [notes, setNotes] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const lines = lacking.flatMap(({ line }) => {
    const quantity = wanted[line] ?? 0;
    return quantity > 0 ? [{ line, quantity }] : [];
  });
  async function commit(): Promise<void> {
    const saved = await act(askForGoods(record.id, { type, lines, location, needBy, notes }));
    if (!saved) return;
    notify.done(t('requests.asked', { no: saved.records[0]?.no ?? '' }));
    onClose();
  }
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={`${t('requests.ask')} · ${record.no}`}
      commit={t('requests.ask')}
      onCommit={commit}
      blocked={problem ?? (lines.length === 0 ? t('refusals.NoLines') : undefined)}
      size={600}
    >
      {refusal && <RefusalView refusal={refusal} />}
      <SegmentedControl
        aria-label={words.field('request', 'type')}
        data={types.map((value) => ({ value, label: t(`requests.to.${value}`) }))}
        value={type}
        onChange={(value) => setType(types.find((one) => one === value) ?? type)}
        fullWidth
      />
      <div className={classes.lines}>
        {lacking.map(({ line, name, spec, unit, quantity }) => (
          <div key={line} className={classes.line}>
            <span>
              {name} <span className={classes.dim}>{spec}</span>
            </span>
            <QuantityInput
              label={t('requests.quantityOf', { name })}
              hideLabel
              value={wanted[line] ?? null}
              min={0}
              max={quantity}
              onChange={(value) => setWanted({ ...wanted, [line]: value })}
              onProblem={setProblem}
            />
            <span className={classes.dim}>{unit}</span>
          </div>
        ))}
      </div>
      <FormGrid>
        <DayInput label={words.field('request', 'needBy')} value={needBy} today={today} earliest={today} onChange={setNeedBy} />
        <TextInput
          label={words.field('request', 'notes')}
          value={notes}
          maxLength={300}
          onChange={(event) => setNotes(event.currentTarget.value)}
        />
      </FormGrid>
    </FormDialog>
  );
}
