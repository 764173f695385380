import { useTranslation } from '#renderer/ui/i18n.ts';
import { bookDelivery } from '#shared/modules/dispatch/rules.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { useAct } from '#renderer/desk/use-act.ts';
import { ActionButton } from '#renderer/ui/ActionButton.tsx';
import { notify } from '#renderer/ui/notify.tsx';
import { RefusalView } from '#renderer/ui/RefusalView.tsx';
import { NextPanel } from './NextPanel.tsx';
import type { StepProps } from './step-props.ts';

/** Finance books the delivery on the signed copy (G-32). */
export function BookStep({ found: { note } }: StepProps) {
  const { t } = useTranslation();
  const { holds } = useDesk();
  const { act, refusal } = useAct();
  if (!holds('finance')) return <NextPanel tone="neutral" title={t('warehouse.next.bookWait')} text={t('warehouse.next.bookWaitText')} />;
  const book = async () => {
    if (await act(bookDelivery(note.id))) notify.done(t('warehouse.next.booked', { no: note.no }));
  };
  return (
    <NextPanel
      tone="info"
      title={t('warehouse.next.book')}
      text={t('warehouse.next.bookText')}
      actions={
        <ActionButton shortcut="mod+Enter" onAct={book}>
          {t('warehouse.next.bookDo')}
        </ActionButton>
      }
    >
      {refusal && <RefusalView refusal={refusal} />}
    </NextPanel>
  );
}
