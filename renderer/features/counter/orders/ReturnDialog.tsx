import { Input, SegmentedControl, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { useAct } from '#renderer/desk/use-act.ts';
import { useTracking } from '#renderer/desk/pieces/use-tracking.ts';
import { pathOf } from '#renderer/desk/paths.ts';
import { useGo } from '#renderer/desk/use-address.ts';
import { useWords } from '#renderer/desk/words.ts';
import { notify } from '#renderer/ui/notify.tsx';
import { RefusalView } from '#renderer/ui/RefusalView.tsx';
import { askReturn } from '#shared/modules/return/rules.ts';
import { QuantitiesDialog } from './QuantitiesDialog.tsx';
import type { OrderView } from './read-order.ts';

const conditions = ['good', 'damaged'] as const;

/** The customer brings goods back (ORD-09): what, why and in which condition; the manager approves it. */
export function ReturnDialog({ view, onClose }: { view: OrderView; onClose: () => void }) {
  const { t } = useTranslation();
  const words = useWords();
  const { print } = useDesk();
  const go = useGo();
  const acting = useAct();
  const [reason, setReason] = useState('');
  const [condition, setCondition] = useState<(typeof conditions)[number]>('good');
  const { record } = view;
  const numbered = useTracking(record.body.lines.map(({ product }) => product));
  return (
    <QuantitiesDialog
      title={t('counter.return.title', { no: record.no })}
      commit={t('counter.return.commit')}
      lines={record.body.lines}
      progress={view.progress}
      most={(line) => line.gone.quantity - line.returned.quantity}
      pieces={(index) => {
        const serials = view.progress[index]?.serials ?? [];
        const tracking = numbered.get(record.body.lines[index]?.product ?? '') ?? 'serial';
        // Goods sold before their pieces had numbers come back without.
        return serials.length === 0 ? undefined : { tracking, among: serials, named: [] };
      }}
      start="none"
      blocked={reason.trim() === '' ? t('counter.return.reasonMissing') : undefined}
      onClose={onClose}
      onCommit={async (lines) => {
        const saved = await acting.act(askReturn({ order: record.id, lines, reason, condition }));
        const slip = saved?.records.find((made) => made.id === saved.answer.return);
        if (!slip) return;
        onClose();
        notify.done(t('counter.return.done', { no: slip.no }), { label: t('common.print'), run: () => print(slip) });
        go(pathOf(slip));
      }}
    >
      <Textarea
        label={t('counter.return.reason')}
        value={reason}
        maxLength={200}
        onChange={(event) => setReason(event.currentTarget.value)}
        required
      />
      <Input.Wrapper label={words.field('return', 'condition')} labelElement="div">
        <SegmentedControl
          fullWidth
          aria-label={words.field('return', 'condition')}
          data={conditions.map((value) => ({ value, label: words.value('condition', value) }))}
          value={condition}
          onChange={setCondition}
        />
      </Input.Wrapper>
      {acting.refusal && <RefusalView refusal={acting.refusal} />}
    </QuantitiesDialog>
  );
}
