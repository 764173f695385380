import { useTranslation } from '#renderer/ui/i18n.ts';
import { problemText } from '#renderer/book/problem-text.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { ActionButton } from '#renderer/ui/ActionButton.tsx';
import { notify } from '#renderer/ui/notify.tsx';
import type { CentreStatus } from '#shared/host/contract.ts';

/** One exchange now. It also tries again after the head office has put right what stopped it. */
export function ExchangeButton({ status }: { status: CentreStatus }) {
  const { t } = useTranslation();
  const { host } = useDesk();
  const { phase, problem } = status;
  const forGood = phase === 'stopped' && (problem === 'cloned' || problem === 'too-old');

  const exchange = async () => {
    try {
      const after = await host.call('centre.exchange', undefined);
      if (after.problem === '') notify.done(t('sync.exchange.done'), undefined, 'exchange');
      else notify.failed(t('sync.exchange.failed', { problem: t(`sync.problemTitle.${after.problem}`) }), undefined, 'exchange');
    } catch (failure) {
      notify.failed(t('sync.exchange.failed', { problem: problemText(failure) }), undefined, 'exchange');
    }
  };

  return (
    <ActionButton
      shortcut="mod+Enter"
      onAct={exchange}
      blocked={
        phase === 'exchanging' || phase === 'first-download' ? t('sync.exchange.running') : forGood ? t('sync.exchange.stopped') : undefined
      }
    >
      {t('sync.exchange.now')}
    </ActionButton>
  );
}
