import { Input, SegmentedControl, Textarea, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import type { Opinion } from '#shared/modules/opinion/module.ts';
import { hearOpinion } from '#shared/modules/opinion/rules.ts';
import { useAct } from '#renderer/desk/use-act.ts';
import { useWords } from '#renderer/desk/words.ts';
import { FormDialog } from '#renderer/ui/FormDialog.tsx';
import { FormGrid, WideRow } from '#renderer/ui/FormGrid.tsx';
import { RefusalView } from '#renderer/ui/RefusalView.tsx';
import { parseTime } from '../register/register-draft.ts';
import { useClockTime } from '../use-clock-time.ts';
import classes from './OpinionDialog.module.css';

const moods = ['pleased', 'neutral', 'displeased'] as const;

/** The opinion round (RCP-06): one guest after another, the dialog stays until the round is over. */
export function OpinionDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const words = useWords();
  const now = useClockTime();
  const said = useRef<HTMLTextAreaElement>(null);
  const { act, refusal } = useAct();
  const [at, setAt] = useState('');
  const [body, setBody] = useState<Omit<Opinion, 'at'>>({ place: '', who: '', said: '', mood: 'pleased' });
  const [round, setRound] = useState<readonly Opinion[]>([]);
  const time = at.trim() === '' ? now : parseTime(at);

  const record = async () => {
    if (time === null) return;
    const heard = { ...body, at: time };
    if (!(await act(hearOpinion(heard)))) return;
    setRound([heard, ...round]);
    setBody({ ...body, who: '', said: '', mood: 'pleased' });
    setAt('');
    said.current?.focus();
  };
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('reception.opinion.title')}
      commit={t('reception.opinion.commit')}
      onCommit={record}
      blocked={time === null ? t('reception.register.badTime') : undefined}
      foot={t('reception.opinion.hint')}
      size={560}
    >
      <FormGrid columns={3}>
        <TextInput
          label={t('reception.opinion.place')}
          placeholder={t('reception.opinion.placePlaceholder')}
          required
          data-autofocus
          maxLength={60}
          value={body.place}
          onChange={(event) => setBody({ ...body, place: event.currentTarget.value })}
        />
        <TextInput
          label={t('reception.opinion.who')}
          maxLength={60}
          value={body.who}
          onChange={(event) => setBody({ ...body, who: event.currentTarget.value })}
        />
        <TextInput
          label={t('reception.opinion.at')}
          placeholder={now}
          value={at}
          error={time === null && t('reception.register.badTime')}
          onChange={(event) => setAt(event.currentTarget.value)}
        />
        <WideRow>
          <Textarea
            ref={said}
            label={t('reception.opinion.said')}
            required
            maxLength={500}
            value={body.said}
            onChange={(event) => setBody({ ...body, said: event.currentTarget.value })}
          />
        </WideRow>
        <WideRow>
          <Input.Wrapper label={t('reception.opinion.mood')} labelElement="div">
            <SegmentedControl
              fullWidth
              aria-label={t('reception.opinion.mood')}
              value={body.mood}
              onChange={(chosen) => setBody({ ...body, mood: moods.find((one) => one === chosen) ?? 'neutral' })}
              data={moods.map((one) => ({ value: one, label: words.value('mood', one) }))}
            />
          </Input.Wrapper>
        </WideRow>
      </FormGrid>
      {refusal !== null && <RefusalView refusal={refusal} />}
      {round.length > 0 && (
        <div className={classes.round} role="status">
          <span className={classes.count}>{t('reception.opinion.saved', { count: round.length })}</span>
          {round.slice(0, 4).map((heard) => (
            <span key={`${heard.at} ${heard.place} ${heard.said}`} className={classes.heard}>
              {heard.at} {heard.place} · {words.value('mood', heard.mood)} · {heard.said}
            </span>
          ))}
        </div>
      )}
    </FormDialog>
  );
}
