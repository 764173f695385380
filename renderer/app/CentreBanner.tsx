import { Alert, Anchor } from '@mantine/core';
import { IconCloudDownload, IconCloudX } from '@tabler/icons-react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { useCentre } from '../desk/use-centre.ts';

/** Above every page: that the book is still arriving, or that nothing is exchanged any more until somebody acts. */
export function CentreBanner() {
  const { t } = useTranslation();
  const status = useCentre();
  if (status?.phase === 'first-download') {
    const { done, total } = status.progress ?? { done: 0, total: 0 };
    return (
      <Alert color="blue" icon={<IconCloudDownload size={16} />} radius={0} py={8}>
        {total > 0
          ? t('sync.banner.downloading', { done: done.toLocaleString('en'), total: total.toLocaleString('en') })
          : t('sync.banner.downloadingStart')}
      </Alert>
    );
  }
  if (status?.phase === 'stopped' && status.problem !== '') {
    return (
      <Alert color="red" icon={<IconCloudX size={16} />} radius={0} py={8} role="alert">
        <strong>{t(`sync.problemTitle.${status.problem}`)}</strong> {t('sync.banner.stopped')}{' '}
        <Anchor href="#/sync" c="inherit" underline="always" size="sm">
          {t('sync.banner.open')}
        </Anchor>
      </Alert>
    );
  }
  return null;
}
