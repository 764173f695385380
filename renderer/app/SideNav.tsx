import { useRouterState } from '@tanstack/react-router';
import { IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand } from '@tabler/icons-react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { useLive } from '../book/use-live.ts';
import { useDesk } from '../desk/desk.ts';
import type { NavItem } from '../desk/feature.ts';
import { features } from './features.ts';
import classes from './SideNav.module.css';

const groups: readonly NavItem['group'][] = ['work', 'records', 'figures', 'office'];

/** The pages the person's posts have, with the work that waits on each. */
export function SideNav() {
  const { t } = useTranslation();
  const { actor, holds, settings, saveSettings } = useDesk();
  const narrow = settings.views['nav-narrow'] === true;
  const items = features.flatMap((feature) => feature.nav).filter((item) => holds(...item.roles));
  const toggle = t(narrow ? 'shell.nav.expand' : 'shell.nav.collapse');
  return (
    <nav className={narrow ? classes.narrow : classes.nav} aria-label={t('shell.nav.menu')}>
      <div className={classes.scroll}>
        {groups.map((group) => {
          const own = items.filter((item) => item.group === group);
          if (own.length === 0) return null;
          return (
            <section key={group}>
              <h2 className={classes.group}>{t(`shell.nav.${group}`)}</h2>
              {own.map((item) => (
                <NavLink key={`${actor.id}${item.path}`} item={item} narrow={narrow} />
              ))}
            </section>
          );
        })}
      </div>
      <button
        type="button"
        className={classes.toggle}
        aria-label={toggle}
        title={toggle}
        onClick={() => void saveSettings({ views: { ...settings.views, 'nav-narrow': !narrow } })}
      >
        {narrow ? <IconLayoutSidebarLeftExpand size={17} stroke={1.6} /> : <IconLayoutSidebarLeftCollapse size={17} stroke={1.6} />}
      </button>
    </nav>
  );
}

function NavLink({ item, narrow }: { item: NavItem; narrow: boolean }) {
  const { t } = useTranslation();
  const { actor, today } = useDesk();
  const address = useRouterState({ select: (state) => state.location.pathname });
  const waiting = useLive(async (read) => (item.badge ? item.badge(read, actor, today) : 0), [item.path, today]);
  const count = waiting.state === 'ready' ? waiting.value : 0;
  const current = address === item.path || address.startsWith(`${item.path}/`);
  const label = t(item.label as never) as string;
  const Icon = item.icon;
  return (
    <a
      // Whoever came here by a link or the palette sees where he is.
      ref={current ? bringIntoView : undefined}
      href={`#${item.path}`}
      className={current ? classes.current : classes.link}
      aria-current={current ? 'page' : undefined}
      title={narrow ? label : undefined}
    >
      <Icon size={17} stroke={1.6} />
      <span className={classes.label}>{label}</span>
      {count > 0 && <span className={classes.badge}>{count > 99 ? '99+' : count}</span>}
    </a>
  );
}

function bringIntoView(entry: HTMLElement | null): void {
  entry?.scrollIntoView?.({ block: 'nearest' });
}
