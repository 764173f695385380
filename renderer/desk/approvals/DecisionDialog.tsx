import { Select, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { FormDialog } from '#renderer/ui/FormDialog.tsx';
import { notify } from '#renderer/ui/notify.tsx';
import { RefusalView } from '#renderer/ui/RefusalView.tsx';
import type { Blocked, Overrides } from '#shared/documents/act.ts';
import type { Verb } from '#shared/documents/approve.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import { readAs } from '#shared/documents/step.ts';
import { HostFailure } from '#shared/host/contract.ts';
import { decideOn } from '#shared/modules/decisions.ts';
import { staff } from '#shared/modules/staff/module.ts';
import type { Actor } from '#shared/policy/roles.ts';
import { useDesk } from '../desk.ts';
import { useRelease } from '../use-release.ts';

const done = { sign: 'policy.approval.signed', sendBack: 'policy.approval.gaveBack', refuse: 'policy.approval.wasRefused' } as const;

interface DecisionDialogProps {
  record: AnyRecord;
  verb: Verb;
  /** Who may decide; when the person signed in is not among them, one of them steps up and enters the own PIN. */
  deciders: readonly Actor[];
  onClose: () => void;
}

/** One decision with its comment. A paper is not sent back or refused without a word; what holds a signature back is let pass here by whoever may. */
export function DecisionDialog({ record, verb, deciders, onClose }: DecisionDialogProps) {
  const { t } = useTranslation();
  const desk = useDesk();
  const [comment, setComment] = useState('');
  const [personId, setPersonId] = useState('');
  const [pin, setPin] = useState('');
  const [pinProblem, setPinProblem] = useState('');
  /** Who entered the own PIN in this dialog. */
  const [proved, setProved] = useState('');
  const [refusal, setRefusal] = useState<Blocked | null>(null);
  const own = deciders.find(({ id }) => id === desk.actor.id);
  const person = own ?? deciders.find(({ id }) => id === personId) ?? (deciders.length === 1 ? deciders[0] : undefined);
  const blocked =
    verb !== 'sign' && comment.trim() === ''
      ? t('refusals.ReasonMissing')
      : person === undefined
        ? t('common.gate.person')
        : own || proved === person.id || /^\d{4,12}$/.test(pin)
          ? undefined
          : t('common.gate.pin', { name: person.name });

  const isProved = async (somebody: Actor): Promise<boolean> => {
    if (own || proved === somebody.id) return true;
    const file = await readAs(desk.book, staff, somebody.id);
    const answer = await desk.host.call('pin.verify', { staff: somebody.id, hash: file?.body.pinHash ?? '', pin });
    setPin('');
    if (answer.right) {
      setProved(somebody.id);
      return true;
    }
    setPinProblem(
      answer.waitSeconds > 0
        ? t('common.gate.pinWait', { seconds: answer.waitSeconds })
        : t('common.gate.pinWrong', { count: answer.triesLeft }),
    );
    return false;
  };
  const release = useRelease((overrides) => void commit(overrides));
  async function commit(overrides: Overrides = {}): Promise<void> {
    if (!person || !(await isProved(person))) return;
    const decision = decideOn(record.id, { verb, comment, overrides });
    try {
      const outcome = await (own ? desk.run(decision) : desk.book.run(person, decision));
      setRefusal(outcome.ok ? null : outcome.refusal);
      if (!outcome.ok) return;
      notify.done(t(done[verb], { no: record.no }));
      onClose();
    } catch (problem) {
      // The comment stays in the form; the banner of the shell says that nothing can be saved.
      if (!(problem instanceof HostFailure)) throw problem;
    }
  }

  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t(`policy.approval.${verb}Title`, { no: record.no || record.title })}
      commit={t(`policy.approval.${verb}`)}
      onCommit={() => commit()}
      blocked={blocked}
      danger={verb === 'refuse'}
      foot={t(`policy.approval.${verb}Hint`)}
    >
      <Textarea
        label={t('policy.approval.comment')}
        value={comment}
        minRows={2}
        maxLength={300}
        required={verb !== 'sign'}
        data-autofocus
        onChange={(event) => setComment(event.currentTarget.value)}
      />
      {!own && (
        <>
          <Select
            label={t('common.gate.person')}
            data={deciders.map(({ id, name }) => ({ value: id, label: name }))}
            value={person?.id ?? null}
            onChange={(id) => setPersonId(id ?? '')}
            allowDeselect={false}
            required
          />
          <TextInput
            type="password"
            label={person === undefined ? t('common.pin.label') : t('common.gate.pin', { name: person.name })}
            value={pin}
            error={pinProblem === '' ? undefined : pinProblem}
            inputMode="numeric"
            autoComplete="off"
            maxLength={12}
            required
            onChange={(event) => {
              setPin(event.currentTarget.value.normalize('NFKC').replace(/\D/g, ''));
              setPinProblem('');
            }}
          />
        </>
      )}
      {refusal && <RefusalView refusal={refusal} release={release} />}
    </FormDialog>
  );
}
