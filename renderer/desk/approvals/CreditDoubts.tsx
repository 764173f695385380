import { useLive } from '#renderer/book/use-live.ts';
import { GateNotice } from '#renderer/ui/GateNotice.tsx';
import type { AnyRecord } from '#shared/documents/record.ts';
import { creditDoubts } from '#shared/modules/application/credit-signer.ts';
import { application } from '#shared/modules/application/module.ts';
import { policyInForce } from '#shared/modules/policy/rules.ts';
import { useDesk } from '../desk.ts';
import classes from './approvals.module.css';

/** On a contract application over the customer's limit: the numbers, for everybody who is to sign it (CRM-07). Nothing on other papers. */
export function CreditDoubts({ record }: { record: AnyRecord }) {
  const { today } = useDesk();
  const found = useLive(
    async (read) =>
      record.kind === application.kind
        ? creditDoubts(read, application.read(record), { today, policy: await policyInForce(read, today) })
        : [],
    ['credit-doubts', record.id, today],
  );
  if (found.state !== 'ready' || found.value.length === 0) return null;
  return (
    <div className={classes.doubts}>
      <GateNotice outcomes={found.value} />
    </div>
  );
}
