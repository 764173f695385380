import { AcceptanceDialog, SignAcceptanceDialog } from '../performance/AcceptanceDialogs.tsx';
import { CertificateDialog } from '../performance/CertificateDialog.tsx';
import { MoneyDialog } from '../performance/MoneyDialog.tsx';
import { NoticeDialog } from '../performance/NoticeDialog.tsx';
import { OrderDialog } from '../performance/OrderDialog.tsx';
import { ReceiveDialog } from '../performance/ReceiveDialog.tsx';
import { FinishWorkDialog, ScheduleDialog, WorkOrderDialog } from '../performance/WorkDialogs.tsx';
import { ArchiveDialog, HandOverDialog, PutOffDialog } from './LifeDialogs.tsx';
import type { ContractView } from './read-contract.ts';
import { ClausesDialog, CustomerSignDialog, ExplainDialog, SealDialog } from './SigningDialogs.tsx';
import type { OpenDialog } from './use-contract-actions.ts';

interface ContractDialogsProps {
  view: ContractView;
  open: OpenDialog | null;
  onClose: () => void;
}

/** The one dialog that is open over a contract. */
export function ContractDialogs({ view, open, onClose }: ContractDialogsProps) {
  const { record, papers } = view;
  const notice = papers.notices.find(({ id }) => id === open?.id) ?? null;
  const job = papers.workorders.find(({ id }) => id === open?.id) ?? null;
  const report = papers.acceptances.find(({ id }) => id === open?.id) ?? null;
  switch (open?.name) {
    case 'clauses':
      return <ClausesDialog record={record} onClose={onClose} />;
    case 'explain':
      return <ExplainDialog record={record} onClose={onClose} />;
    case 'seal':
      return <SealDialog record={record} onClose={onClose} />;
    case 'customerSign':
      return <CustomerSignDialog record={record} onClose={onClose} />;
    case 'archive':
      return <ArchiveDialog record={record} onClose={onClose} />;
    case 'handOver':
      return <HandOverDialog record={record} onClose={onClose} />;
    case 'putOff':
      return <PutOffDialog record={record} onClose={onClose} />;
    case 'notice':
      return <NoticeDialog record={record} corrects={null} onClose={onClose} />;
    case 'correctNotice':
      return notice && <NoticeDialog record={record} corrects={notice} onClose={onClose} />;
    case 'certify':
      return notice && <CertificateDialog notice={notice} onClose={onClose} />;
    case 'receive':
      return notice && <ReceiveDialog notice={notice} onClose={onClose} />;
    case 'order':
      return <OrderDialog view={view} onClose={onClose} />;
    case 'work':
      return <WorkOrderDialog record={record} onClose={onClose} />;
    case 'schedule':
      return job && <ScheduleDialog job={job} onClose={onClose} />;
    case 'finishWork':
      return job && <FinishWorkDialog job={job} onClose={onClose} />;
    case 'acceptance':
      return job && <AcceptanceDialog job={job} onClose={onClose} />;
    case 'signAcceptance':
      return report && <SignAcceptanceDialog report={report} onClose={onClose} />;
    case 'money':
      return <MoneyDialog view={view} onClose={onClose} />;
    case undefined:
      return null;
  }
}
