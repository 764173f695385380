import { useTranslation } from '#renderer/ui/i18n.ts';
import { problemText } from '#renderer/book/problem-text.ts';
import { useWhen } from '#renderer/desk/centre/use-when.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { ActionButton } from '#renderer/ui/ActionButton.tsx';
import { askConfirm } from '#renderer/ui/ask.tsx';
import { notify } from '#renderer/ui/notify.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { StatusBadge } from '#renderer/ui/StatusBadge.tsx';
import { refusalCodeOf } from '#shared/exchange/refusal-codes.ts';
import type { CentreStatus, HostOutput } from '#shared/host/contract.ts';
import { useAsked } from '../use-asked.ts';
import { paperName } from './paper-name.ts';
import { PaperLink } from './PaperLink.tsx';
import classes from './papers.module.css';

type Row = HostOutput<'centre.setAside'>[number];

/** Papers the centre refused, each with the reason in words and the two ways out. */
export function SetAsideSection({ status }: { status: CentreStatus }) {
  const { t } = useTranslation();
  const found = useAsked('centre.setAside', `${status.setAside} ${status.lastComplete}`);
  if (found.state !== 'ready' || found.value.length === 0) return null;
  // What was left here on purpose is no work any more: below the rest.
  const rows = found.value.toSorted((a, b) => Number(a.withdrawn) - Number(b.withdrawn) || a.at - b.at);
  return (
    <Section title={`${t('sync.setAside.title')} ${status.setAside}`} hint={t('sync.setAside.hint')} flush>
      {rows.map((row) => (
        <SetAsideRow key={row.id} row={row} />
      ))}
    </Section>
  );
}

function SetAsideRow({ row }: { row: Row }) {
  const { t } = useTranslation();
  const { host } = useDesk();
  const when = useWhen();
  const paper = paperName(row);
  const code = refusalCodeOf(row.reason);

  const ask = async (call: 'centre.retry' | 'centre.withdraw', done: string) => {
    try {
      await host.call(call, { id: row.id });
      notify.done(done);
    } catch (problem) {
      notify.failed(problemText(problem));
    }
  };
  const withdraw = async () => {
    const sure = await askConfirm({
      title: t('sync.setAside.withdrawTitle', { paper }),
      message: t('sync.setAside.withdrawHint'),
      confirm: t('sync.setAside.withdraw'),
    });
    if (sure) await ask('centre.withdraw', t('sync.setAside.withdrawnDone', { paper }));
  };

  return (
    <article className={classes.row} aria-label={paper}>
      <div className={classes.line}>
        <PaperLink paper={row} />
        <span className={classes.title}>{row.title}</span>
        <span className={classes.dim} title={row.reason}>
          {when(row.at)}
        </span>
        {row.withdrawn && <StatusBadge tone="neutral" label={t('sync.setAside.withdrawn')} />}
      </div>
      <p className={classes.reason}>{code === null ? t('sync.refused.unknown', { reason: row.reason }) : t(`sync.refused.${code}`)}</p>
      <div className={classes.actions}>
        {!row.withdrawn && (
          <ActionButton size="xs" variant="subtle" onAct={withdraw}>
            {t('sync.setAside.withdraw')}
          </ActionButton>
        )}
        <ActionButton size="xs" variant="default" onAct={() => ask('centre.retry', t('sync.setAside.retried', { paper }))}>
          {t('sync.setAside.retry')}
        </ActionButton>
      </div>
    </article>
  );
}
