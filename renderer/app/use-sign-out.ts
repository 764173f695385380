import { useTranslation } from '#renderer/ui/i18n.ts';
import { useDesk } from '../desk/desk.ts';
import { useCentre } from '../desk/use-centre.ts';
import { askConfirm } from '../ui/ask.tsx';

/** Ends the day of the person signed in; says first what the centre does not have yet. Locking for a moment asks nothing. */
export function useSignOut(): () => Promise<void> {
  const { t } = useTranslation();
  const { lock } = useDesk();
  const status = useCentre();
  return async () => {
    if (status !== null && status.phase !== 'alone' && status.unsent > 0) {
      const { phase, unsent } = status;
      const leave = await askConfirm({
        title: t('sync.leave.title', { count: unsent }),
        message: t(`sync.leave.${phase === 'stopped' || phase === 'offline' ? phase : 'sending'}`),
        confirm: t('sync.leave.anyway'),
      });
      if (!leave) return;
    }
    lock();
  };
}
