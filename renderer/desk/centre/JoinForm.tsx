import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { readEnrolmentCode } from '#shared/exchange/enrolment-code.ts';
import type { Host, HostInfo } from '#shared/host/contract.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { FormGrid } from '../../ui/FormGrid.tsx';
import { joinProblem } from './join-problem.ts';
import { isOpenToAll, readAddress, splitInvitation } from './read-invitation.ts';
import classes from './JoinForm.module.css';

export interface JoinFormProps {
  host: Host;
  /** The branch this desk's papers belong to; '' on a fresh one, which takes any. */
  branch: string;
  /** Known from before, when a desk joins again. */
  address?: string;
  /** Asked before anything is sent; false stops. */
  onSure?: (joining: { address: string; desk: string }) => Promise<boolean>;
  onJoined: (info: HostInfo) => void | Promise<void>;
}

/** Address and one-time code. What is typed is forgiven much; every failure says what to do. */
export function JoinForm({ host, branch, address: known = '', onSure, onJoined }: JoinFormProps) {
  const { t } = useTranslation();
  const [form, setForm] = useState({ address: known, code: '' });
  const [tried, setTried] = useState(false);
  const [problem, setProblem] = useState('');

  const address = readAddress(form.address);
  const code = readEnrolmentCode(form.code);
  // The complaint has the same example as the hint.
  const isAddressWrong = tried && address === null;
  const type = (changes: Partial<typeof form>) => {
    setProblem('');
    setForm({ ...form, ...splitInvitation(changes.address ?? changes.code ?? ''), ...onlyOne(changes) });
  };

  const join = async () => {
    setTried(true);
    setProblem('');
    if (address === null || code === null) return;
    if (branch !== '' && code.branchCode !== branch) {
      setProblem(t('sync.join.problem.wrong-branch', { branch }));
      return;
    }
    if (onSure && !(await onSure({ address, desk: code.deskCode }))) return;
    try {
      await onJoined(await host.call('centre.join', { url: address, code: `${code.deskCode}-${code.password}` }));
    } catch (failure) {
      setProblem(joinProblem(failure, branch));
    }
  };

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void join();
      }}
    >
      <FormGrid columns={2}>
        <TextInput
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          label={t('sync.join.address')}
          description={isAddressWrong ? undefined : t('sync.join.addressHint')}
          value={form.address}
          onChange={(event) => type({ address: event.currentTarget.value })}
          error={isAddressWrong ? t('sync.join.addressWrong') : undefined}
          autoComplete="off"
          spellCheck={false}
          inputMode="url"
        />
        <TextInput
          className={classes.code}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          label={t('sync.join.code')}
          description={code ? t('sync.join.codeDesk', { desk: code.deskCode }) : tried ? undefined : t('sync.join.codeHint')}
          value={form.code}
          onChange={(event) => type({ code: event.currentTarget.value })}
          error={tried && code === null ? t('sync.join.codeWrong') : undefined}
          autoComplete="off"
          spellCheck={false}
        />
      </FormGrid>
      {problem !== '' && (
        <p role="alert" className={classes.problem}>
          {problem}
        </p>
      )}
      <div className={classes.actions}>
        {address !== null && isOpenToAll(address) ? (
          <p className={classes.warning}>{t('sync.join.plain')}</p>
        ) : (
          <p className={classes.note}>{t('sync.join.hint')}</p>
        )}
        <ActionButton onAct={join} shortcut="mod+Enter">
          {t('sync.join.join')}
        </ActionButton>
      </div>
    </form>
  );
}

/** An address and a code pasted together fill both fields; anything else stays where it was typed. */
function onlyOne(changes: { address?: string; code?: string }): { address?: string; code?: string } {
  return splitInvitation(changes.address ?? changes.code ?? '') === null ? changes : {};
}
