import { useTranslation } from '#renderer/ui/i18n.ts';
import { removeBookDatabases } from '#renderer/book/remove-databases.ts';
import { DemoButtons } from '#renderer/desk/demo/DemoButtons.tsx';
import { problemText } from '#renderer/book/problem-text.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { reloadPage } from '#renderer/desk/leave-page.ts';
import { ActionButton } from '#renderer/ui/ActionButton.tsx';
import { askConfirm } from '#renderer/ui/ask.tsx';
import { notify } from '#renderer/ui/notify.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import type { Profile } from '#shared/host/contract.ts';

/** Into the demo book, back, or away with it. The page starts again in the other book. */
export function DemoSection() {
  const { t, i18n } = useTranslation();
  const { host, info } = useDesk();
  const inDemo = info.profile === 'demo';

  const use = async (profile: Profile) => {
    try {
      await host.call('desk.useProfile', { profile });
      location.assign('#/');
      reloadPage();
    } catch (problem) {
      notify.failed(problemText(problem));
    }
  };

  const remove = async () => {
    if (!(await askConfirm({ title: t('settings.safety.demoRemoveAsk'), confirm: t('settings.safety.demoRemove'), danger: true }))) return;
    try {
      await host.call('desk.removeDemo', undefined);
      await removeBookDatabases('demo');
      notify.done(t('settings.safety.demoRemoved'));
      location.assign('#/');
      reloadPage();
    } catch (problem) {
      notify.failed(problemText(problem));
    }
  };

  return (
    <Section
      title={t('settings.safety.demo')}
      hint={t('settings.safety.demoHint')}
      actions={
        <>
          {inDemo ? (
            <ActionButton size="xs" variant="default" onAct={() => use('desk')}>
              {t('settings.safety.demoLeave')}
            </ActionButton>
          ) : (
            info.hasDemo && (
              <ActionButton size="xs" variant="default" onAct={() => use('demo')}>
                {t('settings.safety.demoEnter')}
              </ActionButton>
            )
          )}
          {(inDemo || info.hasDemo) && (
            <ActionButton size="xs" variant="subtle" color="red" onAct={remove}>
              {t('settings.safety.demoRemove')}
            </ActionButton>
          )}
        </>
      }
    >
      {!inDemo && !info.hasDemo && <DemoButtons host={host} language={i18n.language === 'en' ? 'en' : 'zh-CN'} />}
    </Section>
  );
}
