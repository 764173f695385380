import { useTranslation } from '#renderer/ui/i18n.ts';
import { hlcMilliseconds } from '#shared/core/hybrid-clock.ts';
import { stampOf } from '#shared/core/calendar.ts';
import type { Approval } from '#shared/policy/approvals.ts';
import { useDesk } from '../desk.ts';
import { useStaff } from '../use-staff.ts';
import { useWords } from '../words.ts';
import classes from './approvals.module.css';

/** The chain post by post: who signed and said what, whose turn it is, who comes later. */
export function ChainMarks({ approval }: { approval: Approval }) {
  const { t } = useTranslation();
  const { settings } = useDesk();
  const { nameOf } = useStaff();
  const words = useWords();
  return (
    <ol className={classes.chain} aria-label={t('policy.approval.title')}>
      {approval.chain.map((stage) => (
        <li key={stage.join('+')} className={classes.stage}>
          {stage.map((post) => {
            const signature = approval.signatures.find((one) => one.post === post);
            const state = signature ? 'done' : approval.waiting.includes(post) ? 'current' : 'todo';
            return (
              <span key={post} className={classes.post} data-state={state}>
                <span className={classes.postName}>{words.role(post)}</span>
                {signature ? (
                  <span title={stampOf(hlcMilliseconds(signature.at), settings.offsetMinutes)}>
                    {nameOf(signature.by)}
                    {signature.onBehalfOf !== '' && ` ${t('policy.approval.onBehalfOf', { name: nameOf(signature.onBehalfOf) })}`}
                    {signature.comment !== '' && <q className={classes.comment}>{signature.comment}</q>}
                  </span>
                ) : (
                  <span className={classes.dim}>{t(`policy.approval.state.${state}`)}</span>
                )}
              </span>
            );
          })}
        </li>
      ))}
    </ol>
  );
}
