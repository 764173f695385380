import { Button, Input, SegmentedControl, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import type { DocumentRecord } from '#shared/documents/record.ts';
import { readAs } from '#shared/documents/step.ts';
import { customer } from '#shared/modules/customer/module.ts';
import { visitOutcomes, type Visit, type VisitOutcome } from '#shared/modules/visit/module.ts';
import { closeVisit, linkVisit } from '#shared/modules/visit/rules.ts';
import { useLive } from '#renderer/book/use-live.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { FollowUpDay } from '#renderer/desk/FollowUpDay.tsx';
import { useAct } from '#renderer/desk/use-act.ts';
import { useWords } from '#renderer/desk/words.ts';
import { FormDialog } from '#renderer/ui/FormDialog.tsx';
import { notify } from '#renderer/ui/notify.tsx';
import { RefusalView } from '#renderer/ui/RefusalView.tsx';
import classes from './CloseDialog.module.css';
import { CustomerLink, linkChoice, type CustomerChoice } from './CustomerLink.tsx';
import { needOf } from './read-visit.ts';

export interface CloseDialogProps {
  record: DocumentRecord<Visit>;
  onClose: () => void;
}

const reasons = ['passing', 'bought', 'service', 'refused'] as const;

/** 追: the outcome, and when to come back to the visitor or why not (G-91). */
export function CloseDialog({ record, onClose }: CloseDialogProps) {
  const { t } = useTranslation();
  const { today } = useDesk();
  const words = useWords();
  const { act, refusal, clear } = useAct();
  const [outcome, setOutcome] = useState<VisitOutcome>('considering');
  const [followUp, setFollowUp] = useState('');
  const [text, setText] = useState(needOf(record));
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const linked = useLive((read) => readAs(read, customer, record.party), [record.party]);
  const [chosen, setChosen] = useState<CustomerChoice | null | undefined>(undefined);
  const link = chosen === undefined ? (linked.state === 'ready' && linked.value ? linkChoice(linked.value) : null) : chosen;
  const name = record.body.name || t('reception.register.anonymous');

  const close = async () => {
    if (link && link.key !== record.party && !(await act(linkVisit(record.id, link.key)))) return;
    if (!(await act(closeVisit(record.id, { outcome, followUp, reason: followUp === '' ? reason : '', task: text })))) return;
    notify.done(t('reception.close.done', { name }));
    onClose();
  };
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('reception.close.titleOf', { name })}
      commit={t('reception.close.commit')}
      onCommit={close}
      blocked={problem ?? (busy ? t('common.loading') : undefined)}
      size={620}
    >
      <div className={classes.fields}>
        <Input.Wrapper label={t('reception.close.outcome')} labelElement="div">
          <SegmentedControl
            fullWidth
            aria-label={t('reception.close.outcome')}
            value={outcome}
            onChange={(chosen) => setOutcome(visitOutcomes.find((one) => one === chosen) ?? 'considering')}
            data={visitOutcomes.map((one) => ({ value: one, label: words.value('outcome', one) }))}
          />
        </Input.Wrapper>
        <FollowUpDay
          label={t('reception.close.followUp')}
          value={followUp}
          today={today}
          onChange={(day) => {
            clear();
            setFollowUp(day);
          }}
          onProblem={setProblem}
        />
        {followUp !== '' ? (
          <TextInput
            label={t('reception.close.what')}
            description={t('reception.close.followUpHint')}
            placeholder={t('reception.close.whatPlaceholder')}
            maxLength={300}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
        ) : (
          <div>
            <TextInput
              label={t('reception.close.or')}
              placeholder={t('reception.close.reasonPlaceholder')}
              maxLength={200}
              value={reason}
              onChange={(event) => {
                clear();
                setReason(event.currentTarget.value);
              }}
            />
            <div className={classes.chips}>
              {reasons.map((one) => (
                <Button
                  key={one}
                  size="compact-xs"
                  variant="subtle"
                  onClick={() => {
                    clear();
                    setReason(t(`reception.close.reasons.${one}`));
                  }}
                >
                  {t(`reception.close.reasons.${one}`)}
                </Button>
              ))}
            </div>
          </div>
        )}
        <CustomerLink visit={record} value={link} onChange={setChosen} onBusy={setBusy} />
        {refusal !== null && <RefusalView refusal={refusal} />}
      </div>
    </FormDialog>
  );
}
