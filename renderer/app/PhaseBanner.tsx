import { Alert, Button } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import type { BookPhase } from '../book/book.ts';
import { reloadPage } from '../desk/leave-page.ts';

/** Why nothing can be saved at the moment, above every page until it can be again. */
export function PhaseBanner({ phase }: { phase: BookPhase }) {
  const { t } = useTranslation();
  if (phase.phase !== 'read-only') return null;
  return (
    <Alert color="red" icon={<IconLock size={16} />} radius={0} py={8} role="alert">
      {t(`shell.readOnly.${phase.reason}`)}{' '}
      {phase.reason === 'taken' && (
        <Button size="compact-xs" variant="default" onClick={reloadPage}>
          {t('shell.readOnly.takeBack')}
        </Button>
      )}
    </Alert>
  );
}
