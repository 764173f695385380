import { Alert } from '@mantine/core';
import { useLive } from '#renderer/book/use-live.ts';
import { useStaff } from '#renderer/desk/use-staff.ts';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { lastSentBack } from '../application/last-sent-back.ts';

/** Why the form came back, in view while it is corrected. */
export function ReturnedWith({ id }: { id: string }) {
  const { t } = useTranslation();
  const { nameOf } = useStaff();
  const found = useLive(async (read) => lastSentBack((await read.get(id))?.events ?? []), ['returned', id]);
  if (found.state !== 'ready' || found.value === null) return null;
  const { by, comment } = found.value;
  return (
    <Alert color="yellow" variant="light" title={t('contracts.application.sentBackBy', { name: nameOf(by) })}>
      {comment}
    </Alert>
  );
}
