import { Select, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { useAct } from '#renderer/desk/use-act.ts';
import { useWords } from '#renderer/desk/words.ts';
import { FormDialog } from '#renderer/ui/FormDialog.tsx';
import { notify } from '#renderer/ui/notify.tsx';
import { RefusalView } from '#renderer/ui/RefusalView.tsx';
import { openTroubles } from '#shared/modules/order/facts.ts';
import { noteOrder, orderTopics, type OrderTopic } from '#shared/modules/order/steps.ts';
import type { OrderView } from './read-order.ts';

/** A line in the order's log: delay, exception, what the customer was told, and what solves an open trouble (ORD-07). */
export function NoteDialog({ view, onClose }: { view: OrderView; onClose: () => void }) {
  const { t } = useTranslation();
  const words = useWords();
  const acting = useAct();
  const troubles = openTroubles(view.record);
  const [topic, setTopic] = useState<OrderTopic>(troubles.length > 0 ? 'solution' : 'other');
  const [solves, setSolves] = useState(troubles[0]?.id ?? '');
  const [text, setText] = useState('');
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('counter.note.title', { no: view.record.no })}
      commit={t('counter.note.commit')}
      onCommit={async () => {
        const saved = await acting.act(noteOrder(view.record.id, { topic, text, solves: topic === 'solution' ? solves : '' }));
        if (!saved) return;
        notify.done(t('counter.note.done'));
        onClose();
      }}
      blocked={text.trim() === '' ? t('counter.note.textMissing') : undefined}
    >
      <Select
        label={t('counter.note.topic')}
        data={orderTopics.map((value) => ({ value, label: words.value('topic', value) }))}
        value={topic}
        onChange={(value) => setTopic(orderTopics.find((known) => known === value) ?? 'other')}
        allowDeselect={false}
      />
      {topic === 'solution' && troubles.length > 0 && (
        <Select
          label={t('counter.note.solves')}
          data={troubles.map((event) => ({ value: event.id, label: String(event.data.text ?? '') }))}
          value={solves}
          onChange={(value) => setSolves(value ?? '')}
          allowDeselect={false}
        />
      )}
      <Textarea
        label={t('counter.note.text')}
        value={text}
        maxLength={500}
        minRows={3}
        onChange={(event) => setText(event.currentTarget.value)}
        required
        data-autofocus
      />
      {acting.refusal && <RefusalView refusal={acting.refusal} />}
    </FormDialog>
  );
}
