import {
  HostFailure,
  type CentreStatus,
  type HostCall,
  type HostFailureCode,
  type HostInput,
  type HostOutput,
} from '#shared/host/contract.ts';

/** The centre as a page sees it through its host: what it says of itself is whatever the test sets. */
export interface MemoryCentre {
  status(): CentreStatus;
  /** Sets part of the status and tells the page. */
  change(changes: Partial<CentreStatus>): void;
  unsent: HostOutput<'centre.unsent'>;
  setAside: HostOutput<'centre.setAside'>;
  overview: HostOutput<'centre.overview'>;
  /** Why the next tries to join fail; null: they succeed. */
  joinFails: { code: HostFailureCode; message: string } | null;
  /** What the page asked for that changes something, in order: `retry 01J…`, `join https://… HZ01-A-…`. */
  asked: string[];
}

export const aloneStatus: CentreStatus = {
  phase: 'alone',
  url: '',
  problem: '',
  progress: null,
  unsent: 0,
  setAside: 0,
  filesUnsent: 0,
  unreadable: 0,
  lastComplete: 0,
  clockOffset: 0,
  healed: { reason: '', at: 0 },
};

export function aMemoryCentre(tell: (status: CentreStatus) => void): MemoryCentre & { handle(call: HostCall, input: unknown): unknown } {
  let status = aloneStatus;
  const change = (changes: Partial<CentreStatus>) => {
    status = { ...status, ...changes };
    tell(status);
  };
  const centre: MemoryCentre = {
    status: () => status,
    change,
    unsent: [],
    setAside: [],
    overview: null,
    joinFails: null,
    asked: [],
  };

  return Object.assign(centre, {
    handle: (call: HostCall, input: unknown): unknown => {
      switch (call) {
        case 'centre.status':
          return status;
        case 'centre.exchange':
          centre.asked.push('exchange');
          return status;
        case 'centre.unsent':
          return centre.unsent;
        case 'centre.setAside':
          return centre.setAside;
        case 'centre.overview':
          return centre.overview;
        case 'centre.retry': {
          const { id } = input as HostInput<'centre.retry'>;
          centre.asked.push(`retry ${id}`);
          centre.setAside = centre.setAside.filter((one) => one.id !== id);
          change({ setAside: centre.setAside.length });
          return undefined;
        }
        case 'centre.withdraw': {
          const { id } = input as HostInput<'centre.withdraw'>;
          centre.asked.push(`withdraw ${id}`);
          centre.setAside = centre.setAside.map((one) => (one.id === id ? { ...one, withdrawn: true } : one));
          change({ setAside: centre.setAside.filter(({ withdrawn }) => !withdrawn).length });
          return undefined;
        }
        case 'centre.join': {
          const { url, code } = input as HostInput<'centre.join'>;
          centre.asked.push(`join ${url} ${code}`);
          if (centre.joinFails) throw new HostFailure(centre.joinFails.code, centre.joinFails.message);
          change({ phase: 'first-download', url });
          return 'joined';
        }
        default:
          throw new HostFailure('internal', `the memory host has no ${call}`);
      }
    },
  });
}
