import { Checkbox, NumberInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useDesk } from '#renderer/desk/desk.ts';
import { useWords } from '#renderer/desk/words.ts';
import { FormGrid } from '#renderer/ui/FormGrid.tsx';
import { useTranslation } from '#renderer/ui/i18n.ts';
import {
  checkClauses,
  clauses,
  explainContract,
  recordCustomerSignature,
  sealContract,
  type Clause,
} from '#shared/modules/contract/rules.ts';
import type { DocumentRecord } from '#shared/documents/record.ts';
import type { Contract } from '#shared/modules/contract/module.ts';
import { ActDialog } from '../ActDialog.tsx';
import { keepSigned, SignedFields, type Signed } from '../SignedFields.tsx';
import classes from './contract.module.css';

export interface ContractDialogProps {
  record: DocumentRecord<Contract>;
  onClose: () => void;
}

/** The clause checklist (CON-03): each point as it was gone through last. */
export function ClausesDialog({ record, onClose }: ContractDialogProps) {
  const { t } = useTranslation();
  const words = useWords();
  const [ticks, setTicks] = useState<Record<Clause, boolean>>(() => lastTicks(record));
  const all = clauses.every((clause) => ticks[clause]);
  return (
    <ActDialog
      title={`${words.step('contract', 'checked')} ${record.no}`}
      commit={t('contracts.clauses.commit')}
      decide={() => checkClauses(record.id, ticks)}
      done={words.event('contract', 'checked')}
      onClose={onClose}
    >
      <Checkbox
        label={t('contracts.clauses.all')}
        checked={all}
        indeterminate={!all && clauses.some((clause) => ticks[clause])}
        onChange={(event) => {
          const on = event.currentTarget.checked;
          setTicks((now) => mapTicks(now, () => on));
        }}
      />
      <div className={classes.clauses}>
        {clauses.map((clause) => (
          <Checkbox
            key={clause}
            label={t(`contracts.clauses.${clause}`)}
            description={t(`contracts.clauses.${clause}Hint`)}
            checked={ticks[clause]}
            onChange={(event) => setTicks({ ...ticks, [clause]: event.currentTarget.checked })}
          />
        ))}
      </div>
    </ActDialog>
  );
}

function lastTicks({ events }: Pick<DocumentRecord<Contract>, 'events'>): Record<Clause, boolean> {
  const said = events.findLast(({ type }) => type === 'checked')?.data ?? {};
  const none = {
    specification: false,
    price: false,
    delivery: false,
    payment: false,
    rights: false,
    obligations: false,
    law: false,
    policy: false,
  };
  return mapTicks(none, (clause) => said[clause] === true);
}

function mapTicks(ticks: Record<Clause, boolean>, to: (clause: Clause) => boolean): Record<Clause, boolean> {
  const next = { ...ticks };
  for (const clause of clauses) next[clause] = to(clause);
  return next;
}

/** Terms explained to the customer; then it waits for countersignature (CON-05, G-13, G-14). */
export function ExplainDialog({ record, onClose }: ContractDialogProps) {
  const { t } = useTranslation();
  const words = useWords();
  const { host, today } = useDesk();
  const [signed, setSigned] = useState<Signed>({ name: record.body.contact || record.body.customerName, day: today, photos: [] });
  return (
    <ActDialog
      title={`${words.step('contract', 'explained')} ${record.no}`}
      commit={words.step('contract', 'explained')}
      decide={async () => explainContract(record.id, await keepSigned(host, signed))}
      done={words.event('contract', 'explained')}
      onClose={onClose}
    >
      <SignedFields
        value={signed}
        onChange={setSigned}
        labels={{ name: t('contracts.explain.name'), day: t('contracts.explain.day'), photo: t('contracts.explain.photo') }}
      />
    </ActDialog>
  );
}

/** The contract seal and its line in the seal register, in one write (CON-04, G-15). */
export function SealDialog({ record, onClose }: ContractDialogProps) {
  const { t } = useTranslation();
  const words = useWords();
  const [impressions, setImpressions] = useState(2);
  const [notes, setNotes] = useState('');
  return (
    <ActDialog
      title={`${words.step('contract', 'sealed')} ${record.no}`}
      commit={words.step('contract', 'sealed')}
      decide={() => sealContract(record.id, { impressions, notes })}
      done={t('contracts.seal.done')}
      onClose={onClose}
    >
      <p className={classes.note}>{t('contracts.seal.hint')}</p>
      <FormGrid>
        <NumberInput
          label={words.field('sealing', 'impressions')}
          value={impressions}
          min={1}
          max={99}
          allowDecimal={false}
          hideControls
          onChange={(value) => setImpressions(typeof value === 'number' ? value : 0)}
        />
        <TextInput
          label={words.field('sealing', 'notes')}
          value={notes}
          maxLength={300}
          onChange={(event) => setNotes(event.currentTarget.value)}
        />
      </FormGrid>
    </ActDialog>
  );
}

/** What the customer put on the contract: an organisation its seal and a signature, a person the own hand (G-16). */
export function CustomerSignDialog({ record, onClose }: ContractDialogProps) {
  const { t } = useTranslation();
  const words = useWords();
  const { host, today } = useDesk();
  const organisation = record.body.customerType === 'organisation';
  const [signed, setSigned] = useState<Signed>({ name: record.body.contact || record.body.customerName, day: today, photos: [] });
  const [seal, setSeal] = useState(false);
  const [signature, setSignature] = useState(false);
  return (
    <ActDialog
      title={`${words.step('contract', 'customerSigned')} ${record.no}`}
      commit={words.step('contract', 'customerSigned')}
      decide={async () => recordCustomerSignature(record.id, { ...(await keepSigned(host, signed)), seal, signature })}
      done={words.event('contract', 'customerSigned')}
      onClose={onClose}
      blocked={seal || signature ? undefined : t('contracts.customerSign.nothing')}
    >
      <SignedFields
        value={signed}
        onChange={setSigned}
        labels={{ name: t('contracts.customerSign.name'), day: t('contracts.customerSign.day'), photo: t('contracts.customerSign.photo') }}
      >
        {organisation && (
          <Checkbox label={t('contracts.customerSign.seal')} checked={seal} onChange={(event) => setSeal(event.currentTarget.checked)} />
        )}
        <Checkbox
          label={t('contracts.customerSign.signature')}
          checked={signature}
          onChange={(event) => setSignature(event.currentTarget.checked)}
        />
      </SignedFields>
    </ActDialog>
  );
}
