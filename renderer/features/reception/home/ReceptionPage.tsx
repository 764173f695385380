import { useEffect, useState } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { readAs } from '#shared/documents/step.ts';
import { customer } from '#shared/modules/customer/module.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { useAddressFilters } from '#renderer/desk/use-address.ts';
import { useDraft } from '#renderer/desk/use-draft.ts';
import { ActionButton } from '#renderer/ui/ActionButton.tsx';
import { DayText } from '#renderer/ui/DayText.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import { StateView } from '#renderer/ui/StateView.tsx';
import { DaySheet } from '../day-sheet/DaySheet.tsx';
import { OpinionDialog } from '../opinions/OpinionDialog.tsx';
import { blankRegister, parseRegister } from '../register/register-draft.ts';
import { RegisterForm } from '../register/RegisterForm.tsx';
import { visitorOf } from '../register/visitor-of.ts';
import { TaskPanel } from '../tasks/TaskPanel.tsx';
import { DoorStrip } from './DoorStrip.tsx';
import { OpenVisits } from './OpenVisits.tsx';
import classes from './ReceptionPage.module.css';
import { receptionSearch } from './reception-search.ts';
import { useReceptionDay } from './use-reception-day.ts';

/** The showroom host's home: who is at the door, who has come, what was promised for today. */
export function ReceptionPage() {
  const { t } = useTranslation();
  const { book, today } = useDesk();
  const [{ party }, change] = useAddressFilters(receptionSearch);
  const draft = useDraft('visit', blankRegister, parseRegister, ({ name, phone }) => name || phone);
  const day = useReceptionDay();
  const [newest, setNewest] = useState('');
  const [asking, setAsking] = useState(false);
  const takeIn = async (id: string) => {
    const record = await readAs(book, customer, id);
    if (record) draft.change({ ...blankRegister, party: id, name: visitorOf(record), phone: record.body.phone });
  };
  useEffect(() => {
    // Takes the customer out of the address into the form, so that going back does not register them again.
    if (party === '' || !draft.ready) return;
    change({ party: '' });
    void takeIn(party);
  });

  return (
    <Page
      title={t('reception.title')}
      subtitle={<DayText day={today} />}
      actions={
        <ActionButton variant="default" onAct={() => setAsking(true)} shortcut="alt+o">
          {t('reception.opinion.button')}
        </ActionButton>
      }
    >
      <StateView of={day}>
        {(value) => (
          <>
            <DoorStrip day={value} />
            {draft.ready && <RegisterForm draft={draft} onRegistered={setNewest} />}
            <div className={classes.columns}>
              <div className={classes.main}>
                <OpenVisits day={value} newest={newest} />
              </div>
              <div className={classes.side}>
                <TaskPanel />
                <DaySheet />
              </div>
            </div>
          </>
        )}
      </StateView>
      {asking && <OpinionDialog onClose={() => setAsking(false)} />}
    </Page>
  );
}
