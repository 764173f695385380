import { useEffect, useState } from 'react';
import type { Reader } from '#shared/documents/reader.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import type { HostInfo, Settings } from '#shared/host/contract.ts';
import { companyOf } from '#shared/modules/company/rules.ts';
import type { PaperContext, PaperKind } from '#shared/modules/paper-registry.ts';
import type { PaperJob } from '#shared/papers/content.ts';
import { problemText } from '../../book/problem-text.ts';
import { useDesk } from '../../desk/desk.ts';
import type { Loadable } from '../../ui/loadable.ts';
import { makeJob, profileFor, type PrintChoice } from '../../desk/printing/make-job.ts';

interface Rendered {
  pdf: Uint8Array;
  pages: number;
  missing: string[];
}

interface State {
  choice: PrintChoice;
  record: AnyRecord;
  job: PaperJob | null;
  paper: Loadable<Rendered>;
}

/** The PDF of the paper as it would be printed with this choice; the job is what the print queue gets. */
export function usePaper(record: AnyRecord, kind: PaperKind, choice: PrintChoice): { paper: Loadable<Rendered>; job: PaperJob | null } {
  const { book, host, info, settings } = useDesk();
  const [state, setState] = useState<State | null>(null);

  useEffect(() => {
    let stale = false;
    const settle = (job: PaperJob | null, paper: Loadable<Rendered>) => {
      if (!stale) setState({ choice, record, job, paper });
    };
    const render = async () => {
      const job = await prepare(book, info, record, kind, choice, settings);
      settle(job, { state: 'ready', value: await host.call('papers.render', job) });
    };
    render().catch((problem: unknown) => settle(null, { state: 'failed', problem: problemText(problem) }));
    return () => {
      stale = true;
    };
  }, [book, host, info, record, kind, choice, settings]);

  return state?.choice === choice && state.record === record ? state : { paper: { state: 'loading' }, job: null };
}

async function prepare(
  read: Reader,
  info: HostInfo,
  record: AnyRecord,
  kind: PaperKind,
  choice: PrintChoice,
  settings: Settings,
): Promise<PaperJob> {
  const context = { language: choice.language, ...(await placeOf(read, info)), maker: await staffNames(read) };
  return makeJob(read, record, kind, profileFor(kind, choice, settings), context, settings, Date.now());
}

async function staffNames(read: Reader): Promise<PaperContext['maker']> {
  const { rows } = await read.all({ kind: 'staff' }, 1000);
  const names = new Map(rows.map((row) => [row.id, row.title]));
  return (id) => names.get(id) ?? '';
}

/** What stands at the head of every paper. */
async function placeOf(read: Reader, { identity }: HostInfo) {
  const { rows } = await read.all({ kind: 'location', status: 'open' }, 50);
  const shop = rows.find((row) => row.body.type === 'shop') ?? rows[0];
  const said = (field: string) => (typeof shop?.body[field] === 'string' ? shop.body[field] : '');
  return {
    company: identity?.company ?? '',
    branch: identity?.branchName ?? '',
    branchAddress: said('address'),
    branchPhone: said('phone'),
    details: await companyOf(read, identity?.branchCode ?? ''),
  };
}
