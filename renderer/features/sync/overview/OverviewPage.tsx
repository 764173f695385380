import { useTranslation } from '#renderer/ui/i18n.ts';
import { useWhen } from '#renderer/desk/centre/use-when.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { useGo } from '#renderer/desk/use-address.ts';
import { useCentre } from '#renderer/desk/use-centre.ts';
import { ActionButton } from '#renderer/ui/ActionButton.tsx';
import { DataTable, type Column } from '#renderer/ui/DataTable.tsx';
import { Empty } from '#renderer/ui/Empty.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import { StateView } from '#renderer/ui/StateView.tsx';
import { StatusBadge } from '#renderer/ui/StatusBadge.tsx';
import type { Overview } from '#shared/exchange/centre-notes.ts';
import { useAsked } from '../use-asked.ts';
import { ageWords, stateOf, toneOfState, type DeskState } from './age.ts';
import { OverviewCounts } from './OverviewCounts.tsx';
import { useNow } from './use-now.ts';
import { overseers } from './overseers.ts';

interface Row {
  branch: string;
  name: string;
  desk: Overview['branches'][number]['desks'][number];
  state: DeskState;
}

const order: readonly DeskState[] = ['day', 'hour', 'never', 'fresh', 'revoked'];

/** Every desk of the company: when it last exchanged everything, and what it still holds. The longest silent first. */
export function OverviewPage() {
  const { t } = useTranslation();
  const { holds } = useDesk();
  if (!holds(...overseers)) return <Empty title={t('sync.overview.managerOnly')} />;
  return <Shown />;
}

function Shown() {
  const { t } = useTranslation();
  const when = useWhen();
  const go = useGo();
  const now = useNow();
  const status = useCentre();
  const overview = useAsked('centre.overview', String(status?.lastComplete ?? 0));

  const ago = (milliseconds: number) => {
    const { key, count } = ageWords(now - milliseconds);
    return t(`sync.overview.${key}`, { count });
  };
  const columns: Column<Row>[] = [
    { key: 'branch', header: t('sync.overview.branch'), width: 220, grow: 1, render: (row) => `${row.branch} ${row.name}` },
    { key: 'desk', header: t('sync.overview.desk'), width: 90, render: (row) => row.desk.code || '—' },
    {
      key: 'state',
      header: t('sync.overview.state'),
      width: 130,
      render: (row) => <StatusBadge tone={toneOfState[row.state]} label={t(`sync.overview.${row.state}`)} />,
    },
    {
      key: 'last',
      header: t('sync.overview.last'),
      width: 210,
      sortText: (row) => row.desk.lastComplete,
      render: (row) =>
        row.desk.lastComplete === 0 ? t('sync.overview.never') : `${when(row.desk.lastComplete)} · ${ago(row.desk.lastComplete)}`,
    },
    {
      key: 'seen',
      header: t('sync.overview.seen'),
      width: 130,
      sortText: (row) => row.desk.at,
      render: (row) => (row.desk.at === 0 ? t('sync.overview.never') : ago(row.desk.at)),
    },
    {
      key: 'unsent',
      header: t('sync.overview.unsent'),
      width: 90,
      align: 'right',
      sortText: (row) => row.desk.unsent,
      render: (row) => row.desk.unsent,
    },
    {
      key: 'setAside',
      header: t('sync.overview.setAside'),
      width: 90,
      align: 'right',
      sortText: (row) => row.desk.setAside,
      render: (row) => row.desk.setAside,
    },
    {
      key: 'version',
      header: t('sync.overview.version'),
      width: 90,
      sortText: (row) => row.desk.version,
      render: (row) => row.desk.version,
    },
  ];

  const seen = overview.state === 'ready' ? overview.value : null;
  const rows = seen === null ? [] : rowsOf(seen, now);
  return (
    <Page
      title={t('sync.overview.title')}
      actions={
        <ActionButton variant="default" onAct={() => go('/sync')}>
          {t('sync.title')}
        </ActionButton>
      }
      subtitle={
        seen === null ? undefined : now - seen.at > 3_600_000 ? t('sync.overview.old') : t('sync.overview.hint', { at: when(seen.at) })
      }
      layout={seen === null ? 'padded' : 'flush'}
      toolbar={seen === null ? undefined : <OverviewCounts states={rows.map(({ state }) => state)} />}
    >
      <StateView
        of={overview}
        isEmpty={(value) => value === null}
        empty={<Empty title={t('sync.overview.none')} hint={t('sync.overview.noneHint')} />}
      >
        {() => (
          <DataTable
            label={t('sync.overview.title')}
            columns={columns}
            rows={rows}
            rowKey={(row) => `${row.branch} ${row.desk.code}`}
            tone={(row) => (row.state === 'day' || row.state === 'hour' ? toneOfState[row.state] : undefined)}
          />
        )}
      </StateView>
    </Page>
  );
}

/** A branch where no desk has joined yet. */
const nobody: Row['desk'] = { code: '', at: 0, lastComplete: 0, unsent: 0, setAside: 0, version: '', revoked: false };

function rowsOf({ branches }: Overview, now: number): Row[] {
  return branches
    .flatMap(({ code, name, desks }) =>
      (desks.length > 0 ? desks : [nobody]).map((desk) => ({ branch: code, name, desk, state: stateOf(desk, now) })),
    )
    .toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state) || (a.desk.code < b.desk.code ? -1 : 1));
}
