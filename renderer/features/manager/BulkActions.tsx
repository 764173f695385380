import { useState } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { useAct } from '#renderer/desk/use-act.ts';
import { ActionButton } from '#renderer/ui/ActionButton.tsx';
import { askConfirm, askReason } from '#renderer/ui/ask.tsx';
import { Money } from '#renderer/ui/Money.tsx';
import { notify } from '#renderer/ui/notify.tsx';
import { RefusalView, refusalWords } from '#renderer/ui/RefusalView.tsx';
import { decideOnMany } from '#shared/modules/decisions.ts';
import type { Waiting } from '#shared/modules/inbox.ts';
import { formatFen } from '#shared/core/money.ts';
import classes from './WaitingRow.module.css';

interface BulkActionsProps {
  items: readonly Waiting[];
  onDone: () => void;
}

/** The chosen papers decided in one write; one that cannot be stays and says why. */
export function BulkActions({ items, onDone }: BulkActionsProps) {
  const { t } = useTranslation();
  const { act, refusal } = useAct();
  const [left, setLeft] = useState<readonly { no: string; why: string }[]>([]);
  const nothing = items.length === 0 ? t('policy.inbox.chosen', { count: 0 }) : undefined;
  const sum = items.reduce((total, { record }) => total + record.amount, 0);

  const decide = async (verb: 'sign' | 'sendBack', comment: string) => {
    const numbers = new Map(items.map(({ record }) => [record.id, record.no]));
    const saved = await act(decideOnMany([...numbers.keys()], { verb, comment }));
    if (!saved) return;
    const { decided, refused } = saved.answer;
    setLeft(refused.map((one) => ({ no: numbers.get(one.id) ?? '', why: refusalWords(one.refusal) })));
    if (decided.length > 0) {
      notify.done(t(verb === 'sign' ? 'policy.inbox.signedMany' : 'policy.inbox.gaveBackMany', { count: decided.length }));
    }
    onDone();
  };
  const sign = async () => {
    const sure = await askConfirm({
      title: `${t('policy.inbox.signChosen')} · ${t('policy.inbox.chosen', { count: items.length })}`,
      message: t('policy.inbox.total', { amount: `¥${formatFen(sum)}` }),
      confirm: t('policy.approval.sign'),
    });
    if (sure) await decide('sign', '');
  };
  const sendBack = async () => {
    const comment = await askReason({ title: t('policy.inbox.sendChosenBack'), label: t('policy.approval.comment') });
    if (comment !== null) await decide('sendBack', comment);
  };

  return (
    <>
      {sum > 0 && <Money fen={sum} symbol strong />}
      <span className={classes.actions}>
        <ActionButton size="xs" variant="default" onAct={sendBack} blocked={nothing}>
          {t('policy.inbox.sendChosenBack')}
        </ActionButton>
        <ActionButton size="xs" onAct={sign} blocked={nothing} shortcut="mod+Enter">
          {t('policy.inbox.signChosen')}
        </ActionButton>
      </span>
      {refusal && <RefusalView refusal={refusal} />}
      {left.length > 0 && (
        <ul className={classes.left} role="alert" aria-label={t('policy.inbox.notDecided')}>
          {left.map(({ no, why }) => (
            <li key={no}>{`${no} ${t('policy.inbox.notDecided')}: ${why}`}</li>
          ))}
        </ul>
      )}
    </>
  );
}
