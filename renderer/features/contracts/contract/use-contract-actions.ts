import { useDesk } from '#renderer/desk/desk.ts';
import type { PaperAction } from '#renderer/desk/PaperActions.tsx';
import { pathOf } from '#renderer/desk/paths.ts';
import type { Acting } from '#renderer/desk/use-act.ts';
import { useGo } from '#renderer/desk/use-address.ts';
import { useWords } from '#renderer/desk/words.ts';
import { askReason } from '#renderer/ui/ask.tsx';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { notify } from '#renderer/ui/notify.tsx';
import { refusalWords } from '#renderer/ui/RefusalView.tsx';
import { mayAct } from '#shared/documents/act.ts';
import type { AnyModule } from '#shared/documents/module.ts';
import type { Decide } from '#shared/documents/reader.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import { acceptance } from '#shared/modules/acceptance/module.ts';
import type { ChainStepId } from '#shared/modules/contract/chain-shape.ts';
import { acknowledgeContract, closeContract, disputeContract, noteContract, resumeContract } from '#shared/modules/contract/life.ts';
import { contract } from '#shared/modules/contract/module.ts';
import { finishPerformance } from '#shared/modules/contract/performance.ts';
import { cancelContract, countersign, putInForce, returnContract } from '#shared/modules/contract/rules.ts';
import { notice } from '#shared/modules/notice/module.ts';
import { cancelNotice, startProduction } from '#shared/modules/notice/rules.ts';
import { workorder } from '#shared/modules/workorder/module.ts';
import { returnWorkOrder, signWorkOrder } from '#shared/modules/workorder/rules.ts';
import { holdsAny, type Role } from '#shared/policy/roles.ts';
import type { ContractView } from './read-contract.ts';

export type DialogName =
  | 'clauses'
  | 'explain'
  | 'seal'
  | 'customerSign'
  | 'archive'
  | 'handOver'
  | 'putOff'
  | 'notice'
  | 'correctNotice'
  | 'certify'
  | 'receive'
  | 'order'
  | 'work'
  | 'schedule'
  | 'finishWork'
  | 'acceptance'
  | 'signAcceptance'
  | 'money';

export interface OpenDialog {
  name: DialogName;
  /** The paper it is about, where that is not the contract. */
  id?: string;
}

export interface ContractActions {
  /** What can be done on each step of the chain, the likeliest first. */
  of: (step: ChainStepId) => readonly PaperAction[];
  /** What belongs to no step: remarks, another balance day, dispute, cancellation. */
  others: readonly PaperAction[];
}

type Form = Pick<AnyModule, 'kind' | 'lifecycle'>;
type Standing = Pick<AnyRecord, 'id' | 'no' | 'status' | 'events'>;

/** What the person signed in may do about a contract and the papers under it. */
export function useContractActions(view: ContractView, acting: Acting, open: (dialog: OpenDialog) => void): ContractActions {
  const { t } = useTranslation();
  const words = useWords();
  const go = useGo();
  const { actor } = useDesk();
  const { record, papers } = view;
  const isOpen = (step: string) => contract.lifecycle.steps[step]?.from.includes(record.status) === true;

  const offer = (form: Form, paper: Standing, step: string): string | undefined => {
    const allowed = mayAct(form, paper, step, actor);
    return allowed.ok ? undefined : refusalWords(allowed.refusal);
  };
  const posts = (...roles: Role[]) =>
    holdsAny(actor, roles) ? undefined : refusalWords({ code: 'PostMayNot', values: { posts: roles.join(',') } });
  const onPaper = (form: Form, paper: Standing, step: string, run: () => void | Promise<unknown>, danger = false): PaperAction => ({
    key: `${form.kind} ${step} ${paper.id}`,
    label: `${words.step(form.kind, step)}${form.kind === contract.kind ? '' : ` ${paper.no}`}`,
    run,
    blocked: offer(form, paper, step),
    ...(danger ? { danger } : {}),
  });
  const said = async (form: Form, step: string, decide: Decide<unknown>): Promise<void> => {
    if (await acting.act(decide)) notify.done(words.event(form.kind, step));
  };
  const direct = (form: Form, paper: Standing, step: string, decide: Decide<unknown>) =>
    onPaper(form, paper, step, () => said(form, step, decide));
  const asked = (form: Form, paper: Standing, step: string, decide: (reason: string) => Decide<unknown>, danger = true): PaperAction =>
    onPaper(
      form,
      paper,
      step,
      async () => {
        const label = words.step(form.kind, step);
        const reason = await askReason({
          title: `${label} ${paper.no}`,
          confirm: label,
          danger,
          ...(danger ? {} : { label: t('contracts.remark'), least: 1 }),
        });
        if (reason !== null) await said(form, step, decide(reason));
      },
      danger,
    );
  const onContract = (step: string, dialog: DialogName) => onPaper(contract, record, step, () => open({ name: dialog }));
  const make = (key: DialogName, label: string, ...roles: readonly Role[]): PaperAction => ({
    key,
    label,
    run: () => open({ name: key }),
    blocked: posts(...roles),
  });
  const openPage = (paper: Pick<AnyRecord, 'kind' | 'id' | 'no'>): PaperAction => ({
    key: `open ${paper.id}`,
    label: t('contracts.open', { kind: words.kind(paper.kind), no: paper.no }),
    run: () => go(pathOf(paper)),
    blocked: undefined,
  });
  const toAccounts = (key: 'account' | 'invoice' | 'ledgers' | 'commission', path: `/${string}`): PaperAction => ({
    key: `to ${key}`,
    label: t(`contracts.goTo.${key}`),
    run: () => go(path),
    blocked: posts('salesperson', 'manager', 'finance', 'dgmFinance', 'dgmSales', 'gm'),
    isLink: true,
  });
  const account = `/accounts/contracts/${record.id}` as const;
  const inForce = ['effective', 'performing', 'balanceDue'].includes(record.status);

  const of = (step: ChainStepId): readonly PaperAction[] => {
    switch (step) {
      case 'application':
        return papers.application ? [openPage(papers.application)] : [];
      case 'contract':
        return record.status === 'returned' && papers.application ? [openPage(papers.application)] : [];
      case 'countersign':
        return countersigning();
      case 'seal':
        return isOpen('sealed') ? [onContract('sealed', 'seal')] : [];
      case 'inForce':
        return [
          ...(isOpen('customerSigned') && !record.events.some(({ type }) => type === 'customerSigned')
            ? [onContract('customerSigned', 'customerSign')]
            : []),
          ...(isOpen('effective') ? [direct(contract, record, 'effective', putInForce(record.id))] : []),
        ];
      case 'archive':
        return isOpen('archived') ? [onContract('archived', 'archive')] : [];
      case 'handover':
        return handingOver();
      case 'notice':
        return noticing();
      case 'production':
        return papers.notices
          .filter(({ status }) => status === 'issued')
          .map((paper) => direct(notice, paper, 'started', startProduction(paper.id)));
      case 'stock':
        return papers.notices
          .filter(({ status }) => status === 'producing')
          .flatMap((paper) => [
            onPaper(notice, paper, 'produced', () => open({ name: 'receive', id: paper.id })),
            onPaper(notice, paper, 'certified', () => open({ name: 'certify', id: paper.id })),
          ]);
      case 'dispatch':
        return dispatching();
      case 'service':
        return working();
      case 'acceptance':
        return accepting();
      case 'recovery':
      case 'balance':
        return [...balancing(), toAccounts('account', account)];
      case 'invoice':
        return inForce || record.status === 'closed' ? [toAccounts('invoice', account)] : [];
      case 'ledger':
        return [toAccounts('ledgers', '/accounts/ledgers')];
      case 'commission':
        return [toAccounts('commission', '/accounts/commission')];
      default:
        return [];
    }
  };

  function countersigning(): PaperAction[] {
    if (record.status === 'drafted') {
      const clauses = onContract('checked', 'clauses');
      const explain = onContract('explained', 'explain');
      const ticked = !view.chain.some((one) => one.step === 'countersign' && one.state === 'blocked');
      return ticked ? [explain, clauses] : [clauses, explain];
    }
    const back = asked(contract, record, 'returned', (reason) => returnContract(record.id, reason));
    if (record.status === 'explained') return [direct(contract, record, 'salesSigned', countersign(record.id)), back];
    if (record.status === 'salesSigned') return [direct(contract, record, 'financeSigned', countersign(record.id)), back];
    return [];
  }

  function handingOver(): PaperAction[] {
    if (!inForce) return [];
    const given = record.events.some(({ type }) => type === 'handedOver');
    if (record.events.some(({ type }) => type === 'acknowledged')) return [];
    return given ? [direct(contract, record, 'acknowledged', acknowledgeContract(record.id))] : [onContract('handedOver', 'handOver')];
  }

  function noticing(): PaperAction[] {
    const returned = papers.notices.filter(({ status }) => status === 'returned');
    return [
      ...returned.map((paper) => onPaper(notice, paper, 'submitted', () => open({ name: 'correctNotice', id: paper.id }))),
      ...(inForce && view.owed > 0 ? [make('notice', t('contracts.notice.make'), 'planner')] : []),
      ...returned.map((paper) => asked(notice, paper, 'cancelled', (reason) => cancelNotice(paper.id, reason))),
    ];
  }

  function dispatching(): PaperAction[] {
    const toOrder = view.progress.some((line) => line.open.quantity > 0);
    const living = papers.orders.filter(({ status }) => status !== 'closed');
    return [...(inForce && toOrder ? [make('order', t('contracts.order.make'), 'salesperson', 'manager')] : []), ...living.map(openPage)];
  }

  function working(): PaperAction[] {
    const found = papers.workorders.flatMap((job): PaperAction[] => {
      if (job.status === 'drafted') {
        return [
          direct(workorder, job, 'signed', signWorkOrder(job.id)),
          asked(workorder, job, 'returned', (reason) => returnWorkOrder(job.id, reason)),
        ];
      }
      const schedule = onPaper(workorder, job, 'scheduled', () => open({ name: 'schedule', id: job.id }));
      if (job.status === 'signed') return [schedule];
      if (job.status === 'scheduled') return [onPaper(workorder, job, 'done', () => open({ name: 'finishWork', id: job.id })), schedule];
      return [];
    });
    return [...found, ...(inForce ? [make('work', t('contracts.work.make'), 'salesperson', 'manager')] : [])];
  }

  function accepting(): PaperAction[] {
    const drafted = papers.acceptances.filter(({ status }) => status === 'drafted');
    const reported = new Set(drafted.map(({ body }) => body.workorder));
    const done = papers.workorders.filter((job) => job.status === 'done' && !reported.has(job.id));
    return [
      ...drafted.map((report) => onPaper(acceptance, report, 'signed', () => open({ name: 'signAcceptance', id: report.id }))),
      ...done.map((job) => ({
        key: `acceptance ${job.id}`,
        label: t('contracts.acceptance.make', { no: job.no }),
        run: () => open({ name: 'acceptance' as const, id: job.id }),
        blocked: posts(...acceptance.makers),
      })),
    ];
  }

  function balancing(): PaperAction[] {
    const payable = ['countersigned', 'sealed', 'effective', 'performing', 'balanceDue', 'disputed'].includes(record.status);
    return [
      ...(isOpen('balanceDue') && view.owed === 0 ? [direct(contract, record, 'balanceDue', finishPerformance(record.id))] : []),
      ...(payable && view.money.open > 0 ? [make('money', t('contracts.money.make'), 'cashier', 'finance', 'manager')] : []),
      ...(isOpen('closed') ? [direct(contract, record, 'closed', closeContract(record.id))] : []),
    ];
  }

  const others: readonly (PaperAction | false)[] = [
    isOpen('noted') && asked(contract, record, 'noted', (text) => noteContract(record.id, text), false),
    isOpen('customerSigned') && onContract('customerSigned', 'customerSign'),
    isOpen('putOff') && onContract('putOff', 'putOff'),
    isOpen('archived') && onContract('archived', 'archive'),
    isOpen('resumed') && asked(contract, record, 'resumed', (reason) => resumeContract(record.id, reason)),
    isOpen('disputed') && asked(contract, record, 'disputed', (reason) => disputeContract(record.id, reason)),
    isOpen('cancelled') && asked(contract, record, 'cancelled', (reason) => cancelContract(record.id, reason)),
  ];
  return { of, others: others.filter((action) => action !== false) };
}
