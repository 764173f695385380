import { Button, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import type { DocumentRecord } from '#shared/documents/record.ts';
import { readAs } from '#shared/documents/step.ts';
import { customer, type Customer } from '#shared/modules/customer/module.ts';
import { restCustomer, reviewCustomer, wakeCustomer } from '#shared/modules/customer/rules.ts';
import { statement } from '#shared/modules/statement/module.ts';
import { useLive } from '#renderer/book/use-live.ts';
import { FieldConflicts } from '#renderer/desk/conflicts/FieldConflicts.tsx';
import { useDesk } from '#renderer/desk/desk.ts';
import { useAct } from '#renderer/desk/use-act.ts';
import { useAddressPart, useGo } from '#renderer/desk/use-address.ts';
import { useStaff } from '#renderer/desk/use-staff.ts';
import { useWords } from '#renderer/desk/words.ts';
import { VerdictNotice } from '#renderer/desk/verdicts/VerdictNotice.tsx';
import { askReason } from '#renderer/ui/ask.tsx';
import { ActionButton } from '#renderer/ui/ActionButton.tsx';
import { notify } from '#renderer/ui/notify.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import { RefusalView } from '#renderer/ui/RefusalView.tsx';
import { StateView } from '#renderer/ui/StateView.tsx';
import { StatusBadge } from '#renderer/ui/StatusBadge.tsx';
import { useShortcut } from '#renderer/ui/shortcuts.ts';
import { HistoryList } from '../history/HistoryList.tsx';
import { ContactForm } from './ContactForm.tsx';
import classes from './CustomerPage.module.css';
import { DebtPanel } from './DebtPanel.tsx';
import { FilePanel } from './FilePanel.tsx';
import { LevelMark } from './LevelMark.tsx';
import { MergeDialog } from './MergeDialog.tsx';
import { MergedAway } from './MergedAway.tsx';
import { NoSuchCustomer } from './NoSuchCustomer.tsx';

/** A customer's file: who it is, what is owed, everything that happened, and what to do next. */
export function CustomerPage() {
  const id = useAddressPart('id');
  const found = useLive((read) => readAs(read, customer, id), [id]);
  return <StateView of={found}>{(record) => (record === null ? <NoSuchCustomer /> : <CustomerFile record={record} />)}</StateView>;
}

function CustomerFile({ record }: { record: DocumentRecord<Customer> }) {
  const { t } = useTranslation();
  const { holds } = useDesk();
  const go = useGo();
  const words = useWords();
  const { nameOf } = useStaff();
  const { act, refusal } = useAct();
  const [merging, setMerging] = useState(false);
  const said = useRef<HTMLTextAreaElement>(null);
  const { body, id } = record;
  const gone = record.status === 'merged' || record.status === 'withdrawn';

  const review = async () => {
    if (await act(reviewCustomer(id))) notify.done(t('customers.file.reviewedDone'));
  };
  const rest = async () => {
    const reason = await askReason({ title: t('customers.file.rest'), confirm: t('customers.file.rest') });
    if (reason !== null) await act(restCustomer(id, reason));
  };
  const edit = () => go(`/customers/${id}/edit`);
  const order = () => go('/orders/new', { party: id });
  useShortcut(gone ? undefined : 'alt+c', () => said.current?.focus(), t('customers.contact.title'));

  return (
    <Page
      title={body.name}
      subtitle={[record.no, words.value('type', body.type), body.phone, nameOf(record.owner)].filter(Boolean).join(' · ')}
      badges={
        <>
          <StatusBadge tone={customer.tones[record.status] ?? 'neutral'} label={words.status(record)} />
          <StatusBadge tone={body.class === 'key' ? 'warn' : 'neutral'} label={words.value('class', body.class)} />
          {body.level !== '' && <LevelMark level={body.level} />}
        </>
      }
      actions={
        gone ? undefined : (
          <>
            <Menu position="bottom-end">
              <Menu.Target>
                <Button variant="subtle" color="gray" aria-label={t('customers.file.more')} px={8}>
                  <IconDots size={18} stroke={1.6} />
                </Button>
              </Menu.Target>
              <Menu.Dropdown>
                {holds('salesperson', 'finance', 'manager') && (
                  <Menu.Item onClick={() => void review()}>{t('customers.file.reviewed')}</Menu.Item>
                )}
                {holds('salesperson', 'manager') && (
                  <Menu.Item onClick={() => go('/quotations/new', { party: id })}>{t('quotations.list.new')}</Menu.Item>
                )}
                {holds(...statement.makers) && (
                  <Menu.Item onClick={() => go('/accounts/statements', { party: id })}>{t('customers.file.statement')}</Menu.Item>
                )}
                {holds('salesperson', 'manager') &&
                  (record.status === 'dormant' ? (
                    <Menu.Item onClick={() => void act(wakeCustomer(id))}>{words.step('customer', 'woken')}</Menu.Item>
                  ) : (
                    <Menu.Item onClick={() => void rest()}>{t('customers.file.rest')}</Menu.Item>
                  ))}
                {holds('manager') && <Menu.Item onClick={() => setMerging(true)}>{t('customers.file.merge')}</Menu.Item>}
              </Menu.Dropdown>
            </Menu>
            <ActionButton variant="default" onAct={edit} shortcut="mod+e">
              {t('customers.file.edit')}
            </ActionButton>
            {holds('salesperson', 'manager') && (
              <Button variant="default" onClick={() => go('/reception', { party: id })}>
                {t('customers.file.newVisit')}
              </Button>
            )}
            {holds('salesperson', 'cashier', 'manager') && (
              <ActionButton onAct={order} shortcut="alt+n">
                {t('customers.file.newOrder')}
              </ActionButton>
            )}
          </>
        )
      }
    >
      <VerdictNotice id={record.id} />
      {record.status === 'merged' && <MergedAway record={record} />}
      {refusal !== null && <RefusalView refusal={refusal} />}
      {!gone && <FieldConflicts record={record} />}
      <div className={classes.columns}>
        <div className={classes.main}>
          {!gone && <ContactForm record={record} focus={said} />}
          <HistoryList customer={id} name={body.name} />
        </div>
        <div className={classes.side}>
          <DebtPanel record={record} />
          <FilePanel record={record} onReview={gone ? undefined : review} />
        </div>
      </div>
      <MergeDialog record={record} opened={merging} onClose={() => setMerging(false)} />
    </Page>
  );
}
