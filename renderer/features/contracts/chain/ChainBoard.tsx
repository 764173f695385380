import { IconBan, IconCheck, IconCircleDashed, IconClock } from '@tabler/icons-react';
import { Fragment } from 'react';
import { useStaff } from '#renderer/desk/use-staff.ts';
import { useWords } from '#renderer/desk/words.ts';
import { useTranslation } from '#renderer/ui/i18n.ts';
import type { Tone } from '#renderer/ui/tone.ts';
import tones from '#renderer/ui/tones.module.css';
import type { ChainState, ChainStep, ChainStepId } from '#shared/modules/contract/chain-shape.ts';
import { phasesOf } from './chain-phases.ts';
import { figuresOf } from './progress-words.ts';
import classes from './chain.module.css';

const LOOKS = {
  done: { Icon: IconCheck, tone: 'good' },
  due: { Icon: IconClock, tone: 'warn' },
  blocked: { Icon: IconBan, tone: 'bad' },
  later: { Icon: IconCircleDashed, tone: 'neutral' },
} as const satisfies Record<ChainState, { Icon: typeof IconCheck; tone: Tone }>;

/** A hyphen that does not end a line: a date stays together. */
const NO_BREAK = '\u2011';

interface ChainBoardProps {
  chain: readonly ChainStep[];
  selected: ChainStepId | '';
  onSelect: (step: ChainStepId) => void;
}

/** The whole chain of one contract as a picture: what is done by whom, whose turn it is, what holds it up, what comes later (MFG-01). */
export function ChainBoard({ chain, selected, onSelect }: ChainBoardProps) {
  const { t } = useTranslation();
  return (
    <div className={classes.board} role="group" aria-label={t('contracts.chain.title')}>
      {phasesOf(chain).map(({ id, steps }) => (
        <Fragment key={id}>
          <h2 className={classes.phase}>{t(`contracts.chain.phases.${id}`)}</h2>
          <ol className={classes.row} aria-label={t(`contracts.chain.phases.${id}`)}>
            {steps.map((step) => (
              <li key={step.step} className={classes.cell}>
                <StepCard step={step} isSelected={step.step === selected} onSelect={() => onSelect(step.step)} />
              </li>
            ))}
          </ol>
        </Fragment>
      ))}
    </div>
  );
}

function StepCard({ step, isSelected, onSelect }: { step: ChainStep; isSelected: boolean; onSelect: () => void }) {
  const { t } = useTranslation();
  const words = useWords();
  const { nameOf } = useStaff();
  const { Icon, tone } = LOOKS[step.state];
  const { progress, lateDays } = step;
  const figure = progress && progress.all > 0 ? t('contracts.chain.progress', figuresOf(progress)) : '';
  const who = step.waiting.map((role) => words.role(role)).join(t('common.listSeparator'));
  const by = [nameOf(step.by), step.at.slice(5).replace('-', NO_BREAK)].filter(Boolean).join(' ');
  const line =
    step.state === 'due' && who !== ''
      ? t('contracts.chain.waits', { who })
      : step.state === 'done'
        ? by
        : t(`contracts.chain.state.${step.state}`);
  return (
    <button
      type="button"
      className={`${classes.card} ${tones[tone]}`}
      data-state={step.state}
      aria-pressed={isSelected}
      onClick={onSelect}
      onFocus={onSelect}
    >
      <Icon className={classes.icon} size={15} stroke={2} aria-hidden="true" />
      <span className={classes.words}>
        <span className={classes.name}>{t(`contracts.chain.steps.${step.step}`)}</span>
        <span className={classes.state}>
          {line || t(`contracts.chain.state.${step.state}`)}
          <span className={classes.hidden}> {t(`contracts.chain.state.${step.state}`)}</span>
        </span>
        {(figure !== '' || lateDays > 0) && step.state !== 'done' && (
          <span className={classes.figure} data-late={lateDays > 0 || undefined}>
            {lateDays > 0 ? t('contracts.chain.late', { count: lateDays }) : figure}
          </span>
        )}
      </span>
    </button>
  );
}
