import { useTranslation } from '#renderer/ui/i18n.ts';
import type { CentreStatus } from '#shared/host/contract.ts';
import { clockDifference, percentOf, type CentreFact } from './centre-facts.ts';
import { useWhen } from './use-when.ts';

/** A fact about desk and centre in a few words, for the chip and its explanation. */
export function useFactWords(): (fact: CentreFact, status: CentreStatus, returned: number) => string {
  const { t } = useTranslation();
  const when = useWhen();
  return (fact, status, returned) => {
    switch (fact) {
      case 'stopped':
        if (status.problem === 'unauthorized') return t('sync.chip.revoked');
        if (status.problem === 'cloned') return t('sync.chip.cloned');
        return t(status.problem === 'too-old' ? 'sync.chip.tooOld' : 'sync.chip.stopped');
      case 'returned':
        return t('sync.chip.returned', { count: returned });
      case 'setAside':
        return t('sync.chip.setAside', { count: status.setAside });
      case 'clock': {
        const off = clockDifference(status) ?? { slow: true, unit: 'minutes' as const, count: 0 };
        return t(off.slow ? 'sync.chip.clockSlow' : 'sync.chip.clockFast', { span: t(`sync.span.${off.unit}`, { count: off.count }) });
      }
      case 'offline':
        return status.lastComplete === 0 ? t('sync.chip.offlineNever') : t('sync.chip.offline', { at: when(status.lastComplete) });
      case 'downloading': {
        const percent = percentOf(status);
        return percent === null ? t('sync.chip.downloadingStart') : t('sync.chip.downloading', { percent });
      }
      case 'sending':
        return t('sync.chip.sending', { count: status.unsent });
      case 'unsent':
        return t('sync.chip.unsent', { count: status.unsent });
      case 'synced':
        return t('sync.chip.synced', { at: when(status.lastComplete) });
      case 'never':
      case 'alone':
        return t(`sync.chip.${fact}`);
    }
  };
}
