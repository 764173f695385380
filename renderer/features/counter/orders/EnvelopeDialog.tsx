import { Button, Checkbox, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { useAct } from '#renderer/desk/use-act.ts';
import { FormDialog } from '#renderer/ui/FormDialog.tsx';
import { notify } from '#renderer/ui/notify.tsx';
import { RefusalView } from '#renderer/ui/RefusalView.tsx';
import { untyped } from '#shared/documents/act.ts';
import { envelopeOrder } from '#shared/modules/order/steps.ts';
import { printingOf } from '#shared/modules/paper-registry.ts';
import type { OrderView } from './read-order.ts';

const parts = ['order', 'receipt', 'guide', 'envelope'] as const;

/** What goes into the company envelope for the customer (ORD-10, G-26); what was printed is ticked already. */
export function EnvelopeDialog({ view, onClose }: { view: OrderView; onClose: () => void }) {
  const { t } = useTranslation();
  const { print } = useDesk();
  const acting = useAct();
  const record = untyped(view.record);
  const printed = (paper: string) => printingOf(record, paper) > 1;
  const [set, setSet] = useState({
    order: printed('sales-slip') || printed('sales-contract'),
    receipt: view.receipts.some((row) => row.events.some((event) => event.type === 'printed')),
    guide: printed('document-guide'),
    envelope: false,
  });
  const [reason, setReason] = useState('');
  const complete = parts.every((part) => set[part]);
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('counter.envelope.title', { no: view.record.no })}
      commit={t('counter.envelope.commit')}
      onCommit={async () => {
        const saved = await acting.act(envelopeOrder(view.record.id, set, complete ? '' : reason));
        if (!saved) return;
        notify.done(t('counter.envelope.done'));
        onClose();
      }}
      foot={
        <Button variant="subtle" onClick={() => print(record, 'document-guide')}>
          {t('counter.envelope.printGuide')}
        </Button>
      }
    >
      {parts.map((part, index) => (
        <Checkbox
          key={part}
          label={t(`counter.envelope.parts.${part}`)}
          checked={set[part]}
          onChange={(event) => {
            const checked = event.currentTarget.checked;
            setSet((all) => ({ ...all, [part]: checked }));
          }}
          data-autofocus={index === 0 || undefined}
        />
      ))}
      {!complete && (
        <TextInput
          label={t('counter.envelope.reason')}
          value={reason}
          maxLength={200}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      )}
      {acting.refusal && <RefusalView refusal={acting.refusal} />}
    </FormDialog>
  );
}
