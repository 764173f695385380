import { Alert } from '@mantine/core';
import { IconDatabaseExclamation } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { useDesk } from '../desk/desk.ts';

/** The host's warning that the disk fills up, before it is full. */
export function DiskNotice() {
  const { t } = useTranslation();
  const { host } = useDesk();
  const [freeBytes, setFreeBytes] = useState<number | null>(null);
  useEffect(() => host.on('disk.low', (data) => setFreeBytes(data.freeBytes)), [host]);
  if (freeBytes === null) return null;
  return (
    <Alert
      color="orange"
      icon={<IconDatabaseExclamation size={16} />}
      radius={0}
      py={8}
      withCloseButton
      closeButtonLabel={t('common.close')}
      onClose={() => setFreeBytes(null)}
    >
      {t('shell.diskLow', { free: Math.floor(freeBytes / 1_048_576) })}
    </Alert>
  );
}
