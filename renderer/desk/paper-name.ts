import { useTranslation } from '#renderer/ui/i18n.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import { policy } from '#shared/modules/policy/module.ts';

/** What a paper is called where it is named: its number, without one its title; a sales policy by its version and first day. */
export function usePaperName(): (record: AnyRecord) => string {
  const { t } = useTranslation();
  return (record) => {
    if (record.kind !== policy.kind) return record.no || record.title;
    const { version, validFrom, atOnce } = policy.read(record).body;
    const day = validFrom || (atOnce ? record.day : '');
    return day === '' ? t('policy.name', { version }) : t('policy.nameFrom', { version, day });
  };
}
