import { Checkbox, Select } from '@mantine/core';
import { useLive } from '#renderer/book/use-live.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { pathOf } from '#renderer/desk/paths.ts';
import { useAct } from '#renderer/desk/use-act.ts';
import { useAddressFilters, useGo } from '#renderer/desk/use-address.ts';
import { useWords } from '#renderer/desk/words.ts';
import { ActionButton } from '#renderer/ui/ActionButton.tsx';
import { DataTable } from '#renderer/ui/DataTable.tsx';
import { Empty } from '#renderer/ui/Empty.tsx';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { notify } from '#renderer/ui/notify.tsx';
import { RefusalView } from '#renderer/ui/RefusalView.tsx';
import { StatusBadge } from '#renderer/ui/StatusBadge.tsx';
import { addMonths, monthOf, monthsUpTo } from '#shared/core/calendar.ts';
import { closing } from '#shared/modules/closing/module.ts';
import { compareMonth, differencesOf, drawClosing } from '#shared/modules/closing/rules.ts';
import classes from '../accounts.module.css';
import { accountsSearch } from '../accounts-search.ts';
import { useDifferenceColumns } from './difference-columns.tsx';

const MONTHS = 24;

/** The two contract ledgers side by side to the end of a month, what differs first; from here the month's sheet is drawn (CON-06, G-45). */
export function ClosingTab() {
  const { t } = useTranslation();
  const words = useWords();
  const { today, holds } = useDesk();
  const go = useGo();
  const { act, refusal } = useAct();
  const [{ month: chosen, all }, change] = useAddressFilters(accountsSearch);
  const thisMonth = monthOf(today);
  const month = chosen === '' ? addMonths(thisMonth, -1) : chosen;
  const found = useLive((read) => compareMonth(read, month), ['closing', month]);
  const sheets = useLive(
    async (read) =>
      (await read.all({ kind: closing.kind })).rows.map((row) => closing.read(row)).filter(({ status }) => status !== 'withdrawn'),
    ['closings'],
  );
  const sheet = sheets.state === 'ready' ? sheets.value.find(({ body }) => body.month === month) : undefined;
  const lines = found.state === 'ready' ? found.value.lines : [];
  const columns = useDifferenceColumns(lines);
  const open = differencesOf(lines);
  const shown = all === 'yes' ? lines : open;
  const over = month < thisMonth;

  async function draw(): Promise<void> {
    const made = (await act(drawClosing(month)))?.records[0];
    if (!made) return;
    notify.done(t('accounts.ledgers.drawn', { month }));
    go(pathOf(made));
  }
  return (
    <>
      <div className={classes.bar}>
        <Select
          aria-label={words.field('closing', 'month')}
          data={monthsUpTo(thisMonth, MONTHS).toReversed()}
          value={month}
          onChange={(next) => change({ month: next ?? '' })}
          allowDeselect={false}
          w={120}
        />
        {found.state === 'ready' && (
          <>
            <span className={classes.dim}>{t('accounts.ledgers.contracts', { count: found.value.contracts })}</span>
            <StatusBadge
              tone={open.length === 0 ? 'good' : 'bad'}
              label={open.length === 0 ? t('accounts.ledgers.allAgree') : t('accounts.ledgers.differences', { count: open.length })}
            />
          </>
        )}
        <Checkbox
          label={t('accounts.ledgers.showAll')}
          checked={all === 'yes'}
          onChange={(event) => change({ all: event.currentTarget.checked ? 'yes' : '' })}
        />
        <span className={classes.end}>
          {sheet && <StatusBadge tone={closing.tones[sheet.status] ?? 'neutral'} label={words.status(sheet)} />}
          {sheet ? (
            <ActionButton shortcut="alt+n" onAct={() => go(pathOf(sheet))}>
              {t('accounts.ledgers.sheet')}
            </ActionButton>
          ) : (
            holds(...closing.makers) && (
              <ActionButton shortcut="alt+n" onAct={draw} {...(over ? {} : { blocked: t('accounts.ledgers.notOver') })}>
                {t('accounts.ledgers.draw')}
              </ActionButton>
            )
          )}
        </span>
      </div>
      {refusal && (
        <div className={classes.refusal}>
          <RefusalView refusal={refusal} />
        </div>
      )}
      <DataTable
        label={t('accounts.tabs.ledgers')}
        columns={columns}
        rows={found.state === 'ready' ? shown : found}
        rowKey={({ contract, measure }) => `${contract}/${measure}`}
        rowLabel={({ contractNo }) => contractNo}
        onOpen={({ contract }) => go(`/accounts/contracts/${contract}`, { part: 'ledgers' })}
        empty={
          <Empty
            title={t(lines.length === 0 ? 'accounts.ledgers.none' : 'accounts.ledgers.noDifference')}
            hint={t(lines.length === 0 ? 'accounts.ledgers.noneHint' : 'accounts.ledgers.noDifferenceHint')}
          />
        }
      />
    </>
  );
}
