import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { saveCustomer } from '#shared/modules/customer/rules.ts';
import type { Customer } from '#shared/modules/customer/module.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { doubleCandidates } from '#renderer/desk/find-customers.ts';
import { useAct } from '#renderer/desk/use-act.ts';
import { useGo } from '#renderer/desk/use-address.ts';
import { ActionButton } from '#renderer/ui/ActionButton.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import { RefusalView } from '#renderer/ui/RefusalView.tsx';
import { useShortcut } from '#renderer/ui/shortcuts.ts';
import { CustomerFields } from './CustomerFields.tsx';
import { DoublesNotice } from './DoublesNotice.tsx';
import { fieldErrors, type CustomerField, type FieldErrors } from './form-errors.ts';
import { useDoubles } from './use-doubles.ts';

export interface CustomerFormProps {
  title: string;
  subtitle?: string;
  /** '' for a new file. */
  id: string;
  value: Customer;
  onChange: (value: Customer) => void;
  onSaved: (id: string) => void;
  onCancel: () => void;
  /** Where to begin. */
  focus?: CustomerField;
  /** Throws away what was typed, when there is something. */
  onDiscard?: (() => void) | undefined;
}

/** A customer's file as a form: new or changed, with a warning when there may be a file already. */
export function CustomerForm({ title, subtitle, id, value, onChange, onSaved, onCancel, focus = 'name', onDiscard }: CustomerFormProps) {
  const { t } = useTranslation();
  const { book } = useDesk();
  const go = useGo();
  const { act, refusal } = useAct();
  const [errors, setErrors] = useState<FieldErrors>({});
  const [problems, setProblems] = useState<Partial<Record<CustomerField, string>>>({});
  const [others, setOthers] = useState<readonly string[]>([]);
  const body = useRef<HTMLDivElement>(null);
  const doubles = useDoubles(value, id).filter((double) => !others.includes(double.id));

  const change = (changes: Partial<Customer>) => {
    onChange({ ...value, ...changes });
    const touched = Object.keys(changes) as CustomerField[];
    if (touched.some((field) => errors[field] !== undefined)) {
      setErrors((before) => Object.fromEntries(Object.entries(before).filter(([field]) => !touched.includes(field as CustomerField))));
    }
  };
  const onProblem = (field: CustomerField, problem: string | null) =>
    setProblems(({ [field]: _old, ...rest }) => (problem === null ? rest : { ...rest, [field]: problem }));

  const save = async () => {
    const found = fieldErrors(value, t);
    setErrors(found);
    if (Object.keys(found).length > 0) return;
    const candidates = doubleCandidates(book, value).filter((candidate) => !others.includes(candidate));
    const saved = await act(saveCustomer({ id, body: value, candidates }));
    if (saved) onSaved(saved.answer.customer);
  };
  useEffect(() => {
    // What stops the form may lie outside the view.
    if (Object.keys(errors).length > 0) body.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
    else if (refusal !== null) body.current?.scrollIntoView?.({ block: 'start' });
  }, [errors, refusal]);
  const blocked = Object.keys(problems).length > 0 ? t('customers.form.fix') : undefined;
  useShortcut('mod+s', () => {
    if (blocked === undefined) void save();
  });

  return (
    <Page
      title={title}
      subtitle={subtitle}
      actions={
        <>
          {onDiscard !== undefined && (
            <Button variant="subtle" color="gray" onClick={onDiscard}>
              {t('customers.form.discard')}
            </Button>
          )}
          <Button variant="default" onClick={onCancel}>
            {t('common.cancel')}
          </Button>
          <ActionButton onAct={save} blocked={blocked} shortcut="mod+Enter">
            {t('customers.form.save')}
          </ActionButton>
        </>
      }
    >
      <div ref={body}>
        {refusal !== null && refusal.code !== 'LikelyDouble' && <RefusalView refusal={refusal} />}
        <DoublesNotice
          doubles={doubles}
          onOpen={(double) => go(`/customers/${double.id}`)}
          onAnother={(double) => setOthers([...others, double.id])}
        />
        <CustomerFields value={value} onChange={change} errors={errors} onProblem={onProblem} focus={focus} />
      </div>
    </Page>
  );
}
