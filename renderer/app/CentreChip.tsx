import { Tooltip, VisuallyHidden } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { centreFacts, toneOf, type CentreFact } from '../desk/centre/centre-facts.ts';
import { useFactWords } from '../desk/centre/use-fact-words.ts';
import { useReturned } from '../desk/centre/use-returned.ts';
import { useCentre } from '../desk/use-centre.ts';
import { StatusBadge } from '../ui/StatusBadge.tsx';
import type { CentreStatus } from '#shared/host/contract.ts';
import classes from './CentreChip.module.css';

/** Going to and fro with every paper; nobody wants to hear of it. */
const ordinary: ReadonlySet<CentreFact> = new Set(['sending', 'unsent', 'never', 'synced']);

/** Problems that the chip's own words name already. */
const saidInChip: ReadonlySet<CentreStatus['problem']> = new Set(['unauthorized', 'cloned', 'too-old']);

/** Does the centre have what I wrote? The most urgent thing first; opens the sync centre. */
export function CentreChip() {
  const { t } = useTranslation();
  const say = useFactWords();
  const status = useCentre();
  const returned = useReturned();
  const [heard, setHeard] = useState({ kind: '', words: '' });
  if (!status) return null;

  const facts = centreFacts(status, returned);
  const [first = 'never', second] = facts;
  const words = facts.map((fact) => say(fact, status, returned));
  const shown = words.slice(0, second === undefined || second === 'synced' || second === 'never' ? 1 : 2).join(' · ');

  const kind = ordinary.has(first) ? 'ordinary' : first;
  // The first state is no news. After that a screen reader hears of another kind, never of another number.
  if (heard.kind !== kind) setHeard({ kind, words: heard.kind === '' ? '' : (words[0] ?? '') });

  return (
    <>
      <Tooltip
        multiline
        label={
          <ul className={classes.facts}>
            {words.map((word) => (
              <li key={word}>{word}</li>
            ))}
            {status.problem !== '' && !saidInChip.has(status.problem) && <li>{t(`sync.problemTitle.${status.problem}`)}</li>}
          </ul>
        }
      >
        <a href="#/sync" className={classes.chip} aria-label={t('sync.chip.label', { facts: words.join(t('common.listSeparator')) })}>
          <StatusBadge tone={toneOf[first]} label={shown} />
        </a>
      </Tooltip>
      <VisuallyHidden role="status">{heard.words}</VisuallyHidden>
    </>
  );
}
