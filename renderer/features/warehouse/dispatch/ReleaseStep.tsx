import { useTranslation } from '#renderer/ui/i18n.ts';
import { mayAct } from '#shared/documents/act.ts';
import { dispatch } from '#shared/modules/dispatch/module.ts';
import { releaseDispatch, returnDispatch } from '#shared/modules/dispatch/rules.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { useAct } from '#renderer/desk/use-act.ts';
import { ActionButton } from '#renderer/ui/ActionButton.tsx';
import { askReason } from '#renderer/ui/ask.tsx';
import { RefusalView } from '#renderer/ui/RefusalView.tsx';
import { NextPanel } from './NextPanel.tsx';
import type { StepProps } from './step-props.ts';

/** The sales manager signs, never the writer (DSP-01, G-29). */
export function ReleaseStep({ found: { note } }: StepProps) {
  const { t } = useTranslation();
  const { actor, holds } = useDesk();
  const { act, refusal } = useAct();
  const allowed = mayAct(dispatch, note, 'released', actor);
  const isManager = holds('manager');
  const sendBack = async () => {
    const reason = await askReason({
      title: t('warehouse.next.sendBackTitle', { no: note.no }),
      confirm: t('warehouse.next.sendBack'),
      danger: true,
    });
    if (reason !== null) await act(returnDispatch(note.id, reason));
  };
  if (!isManager) return <NextPanel tone="neutral" title={t('warehouse.next.releaseWait')} text={t('warehouse.next.releaseWaitText')} />;
  return (
    <NextPanel
      tone="info"
      title={t('warehouse.next.release')}
      text={t('warehouse.next.releaseText')}
      actions={
        <>
          <ActionButton variant="default" onAct={sendBack}>
            {t('warehouse.next.sendBack')}
          </ActionButton>
          <ActionButton
            shortcut="mod+Enter"
            blocked={allowed.ok ? undefined : t('warehouse.next.mustBeAnother')}
            onAct={() => act(releaseDispatch(note.id))}
          >
            {t('warehouse.next.releaseDo')}
          </ActionButton>
        </>
      }
    >
      {refusal && <RefusalView refusal={refusal} />}
    </NextPanel>
  );
}
