import { useEffect } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { useDesk } from '../desk/desk.ts';
import { useGo } from '../desk/use-address.ts';
import { ActionButton } from '../ui/ActionButton.tsx';
import { Empty } from '../ui/Empty.tsx';

export interface ScreenErrorProps {
  error: unknown;
  reset: () => void;
}

/** A page that threw: the rest of the program goes on, the error is in the host's log. */
export function ScreenError({ error, reset }: ScreenErrorProps) {
  const { t } = useTranslation();
  const { host } = useDesk();
  const go = useGo();
  useEffect(() => {
    const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
    void host.call('log.write', { level: 'error', message: `${location.hash}\n${message}`.slice(0, 8000) }).catch(() => undefined);
  }, [host, error]);
  return (
    <Empty
      title={t('shell.error.title')}
      hint={t('shell.error.hint')}
      action={
        <>
          <ActionButton variant="default" onAct={() => location.reload()}>
            {t('shell.error.reload')}
          </ActionButton>{' '}
          <ActionButton
            onAct={() => {
              reset();
              go('/');
            }}
          >
            {t('shell.error.home')}
          </ActionButton>
        </>
      }
    />
  );
}
