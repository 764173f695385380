import { Button } from '@mantine/core';
import { IconUserCheck } from '@tabler/icons-react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { formatFen } from '#shared/core/money.ts';
import { readAs } from '#shared/documents/step.ts';
import { customer } from '#shared/modules/customer/module.ts';
import { customerSummary } from '#shared/modules/customer/summary.ts';
import { task } from '#shared/modules/task/module.ts';
import { useLive } from '#renderer/book/use-live.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { parametersInForce } from '#shared/modules/policy/rules.ts';
import { useStaff } from '#renderer/desk/use-staff.ts';
import { useWords } from '#renderer/desk/words.ts';
import { DayText } from '#renderer/ui/DayText.tsx';
import { StatusBadge } from '#renderer/ui/StatusBadge.tsx';
import classes from './KnownCard.module.css';

export interface KnownCardProps {
  party: string;
  /** "It is somebody else." */
  onUnlink: () => void;
}

/** The known customer at the door, in one strip: who looks after them, what is open, what was promised for today. */
export function KnownCard({ party, onUnlink }: KnownCardProps) {
  const { t } = useTranslation();
  const { today } = useDesk();
  const { nameOf } = useStaff();
  const words = useWords();
  const found = useLive(
    async (read) => {
      const record = await readAs(read, customer, party);
      if (!record) return null;
      const recent = (await read.list({ party, limit: 12 })).rows;
      return {
        record,
        summary: await customerSummary(read, party, today, await parametersInForce(read, today)),
        lastDay: recent.find(({ kind, day }) => kind !== task.kind && day <= today)?.day ?? '',
        promised: recent
          .filter(({ kind, status, day }) => kind === task.kind && status === 'open' && day <= today)
          .map(({ title }) => title),
      };
    },
    [party, today],
  );
  if (found.state !== 'ready' || found.value === null) return null;
  const { record, summary, lastDay, promised } = found.value;
  const { body } = record;
  return (
    <div className={classes.card} role="status">
      <IconUserCheck className={classes.icon} size={18} stroke={1.6} aria-hidden="true" />
      <span className={classes.who}>
        <span className={classes.mark}>{t('reception.register.linked')}</span>
        <a href={`#/customers/${record.id}`} className={classes.name}>
          {body.name}
        </a>
        {body.contact !== '' && <span>{body.contact}</span>}
      </span>
      <StatusBadge
        tone={body.class === 'key' ? 'warn' : 'neutral'}
        label={[words.value('class', body.class), body.level].filter(Boolean).join(' · ')}
      />
      <span className={classes.fact}>{t('reception.register.owner', { name: nameOf(record.owner) })}</span>
      <span className={classes.fact}>
        {lastDay === '' ? (
          t('reception.register.firstTime')
        ) : (
          <>
            {t('reception.register.lastSeen')} <DayText day={lastDay} today={today} />
          </>
        )}
      </span>
      {summary !== null && summary.owed > 0 && (
        <span className={summary.overdueDays > 0 ? classes.bad : classes.fact}>
          {t('reception.register.owes', { amount: `¥${formatFen(summary.owed)}` })}
          {summary.overdueDays > 0 && ` · ${t('reception.register.overdue', { days: summary.overdueDays })}`}
        </span>
      )}
      {promised.length > 0 && (
        <span className={classes.promised}>
          {t('reception.register.promised')}：{promised.join('；')}
        </span>
      )}
      <Button size="xs" variant="subtle" color="gray" ml="auto" onClick={onUnlink}>
        {t('reception.register.unlink')}
      </Button>
    </div>
  );
}
