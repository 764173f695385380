import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useDesk } from '#renderer/desk/desk.ts';
import { pathOf } from '#renderer/desk/paths.ts';
import { useAct } from '#renderer/desk/use-act.ts';
import { useGo } from '#renderer/desk/use-address.ts';
import { useWords } from '#renderer/desk/words.ts';
import { ActionButton } from '#renderer/ui/ActionButton.tsx';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { Money } from '#renderer/ui/Money.tsx';
import { notify } from '#renderer/ui/notify.tsx';
import { RefusalView, refusalWords } from '#renderer/ui/RefusalView.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import type { Box } from '#shared/modules/cashday/box.ts';
import type { CashBook } from '#shared/modules/cashday/book.ts';
import { countedOf } from '#shared/modules/cashday/faces.ts';
import { boxKeepers } from '#shared/modules/cashday/module.ts';
import { countCash } from '#shared/modules/cashday/rules.ts';
import { FaceCount, facesOf, type Faces } from '../count/FaceCount.tsx';
import classes from './cashbook.module.css';

/** The end of the day: count, compare, explain, draw up the sheet for the second signature. */
export function CountPanel({ box, state }: { box: Box; state: CashBook }) {
  const { t } = useTranslation();
  const words = useWords();
  const { holds, print } = useDesk();
  const go = useGo();
  const { act, refusal } = useAct();
  const [faces, setFaces] = useState<Faces>({});
  const [reason, setReason] = useState('');
  const counted = countedOf(facesOf(faces));
  const isCounted = Object.keys(faces).length > 0;
  const difference = counted - state.booked;
  const keepers = boxKeepers[box];
  const blocked = !holds(...keepers)
    ? refusalWords({ code: 'PostMayNot', values: { posts: keepers.join(',') } })
    : !isCounted && state.booked !== 0
      ? t('cashbook.countFirst')
      : difference !== 0 && reason.trim() === ''
        ? t('cashbook.explain')
        : undefined;

  async function draw(): Promise<void> {
    const saved = await act(countCash({ box, faces: facesOf(faces), reason }));
    const sheet = saved?.records[0];
    if (!sheet) return;
    notify.done(t('cashbook.drawn', { no: sheet.no }));
    go(pathOf(sheet));
    print(sheet);
  }

  return (
    <Section title={t('cashbook.count')} hint={state.last === null ? t('cashbook.firstHint') : t('cashbook.countHint')}>
      {refusal && <RefusalView refusal={refusal} />}
      <FaceCount faces={faces} onChange={setFaces} />
      <dl className={classes.figures}>
        <dt>{words.field('cashday', 'booked')}</dt>
        <dd>
          <Money fen={state.booked} />
        </dd>
        <dt>{words.field('cashday', 'difference')}</dt>
        <dd className={isCounted && difference !== 0 ? classes.bad : ''}>{isCounted ? <Money fen={difference} strong /> : '—'}</dd>
      </dl>
      <Textarea
        label={words.field('cashday', 'reason')}
        value={reason}
        maxLength={300}
        autosize
        minRows={2}
        required={isCounted && difference !== 0}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <div className={classes.commit}>
        <ActionButton shortcut="mod+Enter" onAct={draw} blocked={blocked}>
          {t('cashbook.draw')}
        </ActionButton>
      </div>
    </Section>
  );
}
