import { Button } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { addDays, type Day } from '#shared/core/calendar.ts';
import { duty } from '#shared/modules/duty/module.ts';
import { useLive } from '#renderer/book/use-live.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { useAddressFilters } from '#renderer/desk/use-address.ts';
import { ActionButton } from '#renderer/ui/ActionButton.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import { StateView } from '#renderer/ui/StateView.tsx';
import { dutySearch } from './duty-search.ts';
import { DutyDay } from './DutyDay.tsx';
import classes from './DutyPage.module.css';
import { PlanDialog } from './PlanDialog.tsx';
import { useDutyHours } from './use-duty-hours.ts';
import { weekOf } from './week.ts';

/** Turns at the door, a week at a time (RCP-03). */
export function DutyPage() {
  const { t } = useTranslation();
  const { today } = useDesk();
  const hours = useDutyHours();
  const [{ week }, change] = useAddressFilters(dutySearch);
  const days = weekOf(week || today);
  const [first = today] = days;
  const last = days.at(-1) ?? today;
  const [planning, setPlanning] = useState<Day | null>(null);
  const found = useLive(
    async (read) => (await read.all({ kind: duty.kind, day: { from: first, to: last } })).rows.map(duty.read),
    [first, last],
  );
  const turnTo = (day: Day) => change({ week: day === today ? '' : day });
  return (
    <Page
      title={t('reception.duty.title')}
      subtitle={t('reception.duty.subtitle', hours)}
      actions={
        <>
          <Button.Group>
            <Button variant="default" px={8} aria-label={t('reception.duty.previousWeek')} onClick={() => turnTo(addDays(first, -7))}>
              <IconChevronLeft size={16} stroke={1.6} />
            </Button>
            <Button variant="default" onClick={() => turnTo(today)}>
              {t('reception.duty.thisWeek')}
            </Button>
            <Button variant="default" px={8} aria-label={t('reception.duty.nextWeek')} onClick={() => turnTo(addDays(first, 7))}>
              <IconChevronRight size={16} stroke={1.6} />
            </Button>
          </Button.Group>
          <ActionButton onAct={() => setPlanning(days.find((day) => day >= today) ?? today)} shortcut="alt+n">
            {t('reception.duty.add')}
          </ActionButton>
        </>
      }
    >
      <p className={classes.week}>{t('reception.duty.week', { from: first, to: last })}</p>
      <StateView of={found} isEmpty={() => false}>
        {(turns) => (
          <div className={classes.grid}>
            {days.map((day) => (
              <DutyDay key={day} day={day} hours={hours} turns={turns.filter((turn) => turn.day === day)} onAdd={() => setPlanning(day)} />
            ))}
          </div>
        )}
      </StateView>
      {planning !== null && (
        <PlanDialog key={planning} day={planning} from={hours.from} week={weekOf(planning)} onClose={() => setPlanning(null)} />
      )}
    </Page>
  );
}
