import { Button } from '@mantine/core';
import { IconArrowsUpDown } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import type { DocumentRecord } from '#shared/documents/record.ts';
import type { Customer } from '#shared/modules/customer/module.ts';
import { mergeCustomers } from '#shared/modules/customer/rules.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { customerChoice, findCustomers } from '#renderer/desk/find-customers.ts';
import { useAct } from '#renderer/desk/use-act.ts';
import { useGo } from '#renderer/desk/use-address.ts';
import { FormDialog } from '#renderer/ui/FormDialog.tsx';
import { notify } from '#renderer/ui/notify.tsx';
import { RecordPicker, type Choice } from '#renderer/ui/RecordPicker.tsx';
import { RefusalView } from '#renderer/ui/RefusalView.tsx';
import classes from './MergeDialog.module.css';

export interface MergeDialogProps {
  record: DocumentRecord<Customer>;
  opened: boolean;
  onClose: () => void;
}

/** Two files of one customer become one: which stays, which goes, both in view. */
export function MergeDialog({ record, opened, onClose }: MergeDialogProps) {
  const { t } = useTranslation();
  const { book } = useDesk();
  const go = useGo();
  const { act, refusal } = useAct();
  const [other, setOther] = useState<Choice<DocumentRecord<Customer>> | null>(null);
  const [swapped, setSwapped] = useState(false);
  const keep = swapped && other ? other.data : record;
  const drop = swapped ? record : other?.data;

  const merge = async () => {
    if (!drop || !(await act(mergeCustomers(keep.id, drop.id)))) return;
    notify.done(t('customers.merge.done'));
    setOther(null);
    onClose();
    go(`/customers/${keep.id}`);
  };
  return (
    <FormDialog
      opened={opened}
      onClose={onClose}
      title={t('customers.merge.title')}
      commit={t('customers.merge.commit')}
      onCommit={merge}
      blocked={drop === undefined ? t('customers.merge.choose') : undefined}
      danger
    >
      <p className={classes.hint}>{t('customers.merge.hint')}</p>
      <RecordPicker
        label={t('customers.merge.other')}
        value={other}
        onChange={setOther}
        search={async (text) => (await findCustomers(book, text)).filter(({ id }) => id !== record.id).map(customerChoice)}
      />
      {drop !== undefined && (
        <div className={classes.pair}>
          <FileCard title={t('customers.merge.keeps')} record={keep} />
          <Button size="xs" variant="subtle" leftSection={<IconArrowsUpDown size={14} stroke={1.6} />} onClick={() => setSwapped(!swapped)}>
            {t('customers.merge.swap')}
          </Button>
          <FileCard title={t('customers.merge.goes')} record={drop} />
        </div>
      )}
      {refusal !== null && <RefusalView refusal={refusal} />}
    </FormDialog>
  );
}

function FileCard({ title, record }: { title: string; record: DocumentRecord<Customer> }) {
  const { name, contact, phone, address } = record.body;
  return (
    <div className={classes.card}>
      <span className={classes.title}>{title}</span>
      <span className={classes.name}>{name}</span>
      <span className={classes.rest}>{[record.no, contact, phone, address].filter(Boolean).join(' · ')}</span>
    </div>
  );
}
