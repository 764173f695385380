import { NumberInput, Select } from '@mantine/core';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { Facts } from '#renderer/ui/Facts.tsx';
import { FormGrid } from '#renderer/ui/FormGrid.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { useHostInfo } from './use-host-info.ts';

/** Minutes east of UTC a branch can be at, written as people know them. */
const zones = [-480, -300, 0, 60, 120, 180, 240, 330, 420, 480, 540, 600].map((minutes) => ({
  value: String(minutes),
  label: `UTC${minutes < 0 ? '−' : '+'}${String(Math.floor(Math.abs(minutes) / 60)).padStart(2, '0')}:${String(Math.abs(minutes) % 60).padStart(2, '0')}`,
}));

/** Language, look and lock of this computer. */
export function DeskTab() {
  const { t } = useTranslation();
  const { settings, saveSettings } = useDesk();
  const info = useHostInfo();
  return (
    <>
      <Section>
        <FormGrid columns={2}>
          <Select
            label={t('settings.desk.language')}
            data={[
              { value: 'zh-CN', label: '中文' },
              { value: 'en', label: 'English' },
            ]}
            value={settings.language === '' ? null : settings.language}
            onChange={(value) => void saveSettings({ language: value === 'en' ? 'en' : 'zh-CN' })}
            allowDeselect={false}
          />
          <Select
            label={t('settings.desk.look')}
            data={(['light', 'dark', 'auto'] as const).map((value) => ({ value, label: t(`shell.${value}`) }))}
            value={settings.colorScheme}
            onChange={(value) => void saveSettings({ colorScheme: value === 'light' || value === 'dark' ? value : 'auto' })}
            allowDeselect={false}
          />
          <NumberInput
            label={t('settings.desk.lock')}
            description={t('settings.desk.lockUnit')}
            value={settings.lockMinutes}
            min={1}
            max={240}
            allowDecimal={false}
            onChange={(value) => {
              if (typeof value === 'number' && value >= 1 && value <= 240) void saveSettings({ lockMinutes: value });
            }}
          />
          <Select
            label={t('settings.desk.zone')}
            data={zones}
            value={String(settings.offsetMinutes)}
            onChange={(value) => void saveSettings({ offsetMinutes: Number(value ?? 480) })}
            allowDeselect={false}
          />
        </FormGrid>
      </Section>
      <Section>
        <Facts
          facts={[
            { label: t('settings.desk.identity'), value: info.identity?.deskCode },
            { label: t('settings.desk.version'), value: info.version },
            { label: t('settings.desk.shell'), value: t(info.shell === 'desktop' ? 'settings.desk.desktop' : 'settings.desk.loopback') },
            { label: t('settings.desk.free'), value: `${Math.floor(info.freeBytes / 1_073_741_824)} GB` },
            ...(info.shellReason === '' ? [] : [{ label: '', value: t(`host.shellReason.${info.shellReason}`), wide: true }]),
          ]}
        />
      </Section>
    </>
  );
}
