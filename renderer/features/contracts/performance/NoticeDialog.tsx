import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useLive } from '#renderer/book/use-live.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { useWords } from '#renderer/desk/words.ts';
import { DayInput } from '#renderer/ui/DayInput.tsx';
import { FormGrid } from '#renderer/ui/FormGrid.tsx';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { StateView } from '#renderer/ui/StateView.tsx';
import type { DocumentRecord } from '#shared/documents/record.ts';
import type { Contract } from '#shared/modules/contract/module.ts';
import type { Notice } from '#shared/modules/notice/module.ts';
import { linesToProduce } from '#shared/modules/notice/progress.ts';
import { correctNotice, writeNotice } from '#shared/modules/notice/rules.ts';
import { ActDialog } from '../ActDialog.tsx';
import { countedOf, LineQuantities, startOf, type OpenLine } from './LineQuantities.tsx';
import { usePlaces } from './use-places.ts';

interface NoticeDialogProps {
  record: DocumentRecord<Contract>;
  /** A notice that was sent back and is corrected; null: a new one. */
  corrects: DocumentRecord<Notice> | null;
  onClose: () => void;
}

/** 生产通知单 filled in with what is neither in stock nor asked of the plant yet (MFG-02). */
export function NoticeDialog({ record, corrects, onClose }: NoticeDialogProps) {
  const places = usePlaces();
  const place = places[0]?.value ?? '';
  const found = useLive(
    async (read): Promise<OpenLine[]> => {
      const wanted = new Map((await linesToProduce(read, record, place)).map(({ line, quantity }) => [line, quantity]));
      const own = new Map(corrects?.body.lines.map(({ line, quantity }) => [line, quantity]) ?? []);
      return record.body.lines.map(({ name, spec, unit, quantity }, line) => ({
        line,
        name,
        spec,
        unit,
        open: quantity,
        start: own.get(line) ?? (corrects ? 0 : (wanted.get(line) ?? 0)),
      }));
    },
    ['to-produce', record.id, corrects?.id ?? '', place],
  );
  return <StateView of={found}>{(lines) => <NoticeForm key={place} {...{ record, corrects, lines, onClose }} />}</StateView>;
}

function NoticeForm({ record, corrects, lines, onClose }: NoticeDialogProps & { lines: readonly OpenLine[] }) {
  const { t } = useTranslation();
  const words = useWords();
  const { today } = useDesk();
  const [counted, setCounted] = useState(() => startOf(lines));
  const [due, setDue] = useState(corrects?.body.due ?? record.body.deliverOn);
  const [plant, setPlant] = useState(corrects?.body.plant ?? '');
  const [notes, setNotes] = useState(corrects?.body.notes ?? '');
  const [problem, setProblem] = useState<string | null>(null);
  const input = { lines: countedOf(counted), due, plant, notes };
  return (
    <ActDialog<unknown>
      title={t(corrects ? 'contracts.notice.correctTitle' : 'contracts.notice.title', { no: corrects?.no ?? record.no })}
      commit={words.step('notice', 'submitted')}
      decide={() => (corrects ? correctNotice(corrects.id, input) : writeNotice(record.id, input))}
      done={words.event('notice', 'submitted')}
      onClose={onClose}
      blocked={
        problem ??
        (input.lines.length === 0 ? t('contracts.quantities.nothing') : due === '' ? t('contracts.notice.dueMissing') : undefined)
      }
      size={640}
    >
      <LineQuantities lines={lines} value={counted} onChange={setCounted} onProblem={setProblem} />
      <FormGrid>
        <DayInput label={words.field('notice', 'due')} value={due} onChange={setDue} today={today} earliest={today} required />
        <TextInput
          label={words.field('notice', 'plant')}
          value={plant}
          maxLength={80}
          onChange={(event) => setPlant(event.currentTarget.value)}
        />
      </FormGrid>
      <TextInput
        label={words.field('notice', 'notes')}
        value={notes}
        maxLength={500}
        onChange={(event) => setNotes(event.currentTarget.value)}
      />
    </ActDialog>
  );
}
