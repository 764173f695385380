import type { ReactNode } from 'react';
import { ApprovalPanel } from '#renderer/desk/approvals/ApprovalPanel.tsx';
import { useDesk } from '#renderer/desk/desk.ts';
import type { PaperAction } from '#renderer/desk/PaperActions.tsx';
import { pathOf } from '#renderer/desk/paths.ts';
import { useGo } from '#renderer/desk/use-address.ts';
import { useStaff } from '#renderer/desk/use-staff.ts';
import { useWords } from '#renderer/desk/words.ts';
import { ActionButton } from '#renderer/ui/ActionButton.tsx';
import { DayText } from '#renderer/ui/DayText.tsx';
import { Facts, type Fact } from '#renderer/ui/Facts.tsx';
import { GateNotice } from '#renderer/ui/GateNotice.tsx';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { Section } from '#renderer/ui/Section.tsx';
import { StatusBadge } from '#renderer/ui/StatusBadge.tsx';
import { untyped } from '#shared/documents/act.ts';
import type { ChainStep } from '#shared/modules/contract/chain-shape.ts';
import { moduleOf } from '#shared/modules/registry.ts';
import { approvalOf } from '#shared/policy/approvals.ts';
import type { ContractView } from '../contract/read-contract.ts';
import { figuresOf } from './progress-words.ts';
import classes from './chain.module.css';

interface StepPanelProps {
  view: ContractView;
  step: ChainStep;
  actions: readonly PaperAction[];
  /** Why the last try was refused. */
  refusal: ReactNode;
}

const TONES = { done: 'good', due: 'warn', blocked: 'bad', later: 'neutral' } as const;

/** One step of the chain: where it stands and why, whose turn it is, its papers, and what can be done about it here. */
export function StepPanel({ view, step, actions, refusal }: StepPanelProps) {
  const { t } = useTranslation();
  const words = useWords();
  const go = useGo();
  const { today } = useDesk();
  const { nameOf } = useStaff();
  const { state, progress, papers } = step;
  const who = step.waiting.map((role) => words.role(role)).join(t('common.listSeparator'));
  const facts: Fact[] = [
    ...(who === '' ? [] : [{ label: t('contracts.chain.turn'), value: who }]),
    ...(step.by === '' ? [] : [{ label: t('contracts.chain.last'), value: [nameOf(step.by), step.at].filter(Boolean).join(' · ') }]),
    ...(step.due === ''
      ? []
      : [{ label: t('contracts.chain.due'), value: <DayText day={step.due} today={today} due={state !== 'done'} /> }]),
    ...(progress && progress.all > 0
      ? [{ label: t('contracts.chain.sofar'), value: t('contracts.chain.progress', figuresOf(progress)) }]
      : []),
  ];
  const waiting = view.papers.notices.find((paper) => approvalOf(paper)?.state === 'waiting');
  return (
    <Section
      title={
        <span className={classes.panelTitle}>
          {t(`contracts.chain.steps.${step.step}`)}
          <StatusBadge tone={TONES[state]} label={t(`contracts.chain.state.${state}`)} />
        </span>
      }
      hint={t(`contracts.chain.hints.${step.step}`)}
    >
      <div className={classes.panel}>
        {facts.length > 0 && <Facts facts={facts} columns={1} />}
        {refusal ?? (step.why.length > 0 && <GateNotice outcomes={step.why} />)}
        {actions.length > 0 && (
          <div className={classes.actions}>
            {actions.map((action, index) => (
              <ActionButton
                key={action.key}
                size="xs"
                variant={index === 0 && action.blocked === undefined ? 'filled' : 'default'}
                color={action.danger ? 'red' : undefined}
                onAct={action.run}
                blocked={action.blocked}
              >
                {action.label}
              </ActionButton>
            ))}
          </div>
        )}
        {step.step === 'notice' && waiting && <ApprovalPanel record={untyped(waiting)} />}
        {papers.length === 0 ? (
          <p className={classes.none}>{t('contracts.chain.noPapers')}</p>
        ) : (
          <ul className={classes.papers} aria-label={t('contracts.chain.papers')}>
            {papers.map((paper) => (
              <li key={paper.id}>
                <button type="button" className={classes.paper} disabled={paper.id === view.record.id} onClick={() => go(pathOf(paper))}>
                  <span className={classes.paperWords}>
                    <span>
                      {words.kind(paper.kind)} <span className={classes.no}>{paper.no}</span>
                    </span>
                  </span>
                  <StatusBadge tone={moduleOf(paper.kind)?.tones[paper.status] ?? 'neutral'} label={words.status(paper)} />
                </button>
              </li>
            ))}
          </ul>
        )}
      </div>
    </Section>
  );
}
