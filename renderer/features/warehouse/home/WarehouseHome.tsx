import { Button } from '@mantine/core';
import { IconPackageImport, IconTruckDelivery } from '@tabler/icons-react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { useLive } from '#renderer/book/use-live.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { useGo } from '#renderer/desk/use-address.ts';
import { Empty } from '#renderer/ui/Empty.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import { Stat } from '#renderer/ui/Stat.tsx';
import { StateView } from '#renderer/ui/StateView.tsx';
import { readStock, scarcest, type StockRow } from '../stock/stock-rows.ts';
import { readWork, type Work } from './read-work.ts';
import { ScanField } from './ScanField.tsx';
import { useWorkGroups } from './use-work-groups.tsx';
import classes from './WarehouseHome.module.css';
import { WorkGroup } from './WorkGroup.tsx';

/** The warehouse clerk's day: what waits, in order of urgency, and a field that every paper can be scanned into. */
export function WarehouseHome() {
  const { t } = useTranslation();
  const { today, holds } = useDesk();
  const go = useGo();
  const work = useLive((read) => readWork(read, today), ['warehouse-work', today]);
  const low = useLive(async (read) => scarcest((await readStock(read)).rows), ['warehouse-low']);
  return (
    <Page
      title={t('warehouse.home.title')}
      subtitle={t('warehouse.home.subtitle')}
      actions={
        <>
          {holds('warehouse') && (
            <Button
              variant="default"
              leftSection={<IconPackageImport size={16} stroke={1.6} aria-hidden="true" />}
              onClick={() => go('/inbound/new')}
            >
              {t('warehouse.home.newInbound')}
            </Button>
          )}
          <Button leftSection={<IconTruckDelivery size={16} stroke={1.6} aria-hidden="true" />} onClick={() => go('/dispatches/new')}>
            {t('warehouse.home.newDispatch')}
          </Button>
        </>
      }
      toolbar={<ScanField />}
    >
      <StateView of={work}>{(value) => <Waiting work={value} low={low.state === 'ready' ? low.value : []} />}</StateView>
    </Page>
  );
}

function Waiting({ work, low }: { work: Work; low: readonly StockRow[] }) {
  const { t } = useTranslation();
  const groups = useWorkGroups(work, low).filter((group) => group.rows.length > 0);
  if (groups.length === 0) {
    return (
      <div className={classes.clear}>
        <Empty title={t('warehouse.home.clear')} hint={t('warehouse.home.clearHint')} />
      </div>
    );
  }
  return (
    <>
      <div className={classes.figures}>
        {groups.map((group) => (
          <Stat key={group.id} label={group.title} value={group.rows.length} tone={group.tone} onOpen={() => leadTo(group.id)} />
        ))}
      </div>
      {groups.map((group) => (
        <WorkGroup key={group.id} {...group} />
      ))}
    </>
  );
}

function leadTo(id: string): void {
  const group = document.getElementById(id);
  group?.scrollIntoView({ block: 'start' });
  group?.querySelector<HTMLButtonElement>('[data-work-row]')?.focus({ preventScroll: true });
}
