/** Plans that once broke the law, as short as they could be made, each with what was wrong. */
import type { Plan } from './plan.ts';

export const pinned: readonly { was: string; plan: Plan }[] = [
  {
    was: 'a paper set aside here arrived at the centre through a copy of this desk, and stayed listed as set aside',
    plan: {
      seed: 34,
      desks: 5,
      trouble: 0,
      operations: [
        { id: 121, action: 'work', desk: 0 },
        { id: 136, action: 'clone', desk: 0 },
      ],
    },
  },
  {
    was: 'documents nobody here can read stayed counted after the centre was put back to a day before them',
    plan: {
      seed: 44,
      desks: 5,
      trouble: 0,
      operations: [
        { id: 111, action: 'rejoin', desk: 4 },
        { id: 112, action: 'backup-server', desk: 3 },
        { id: 117, action: 'unreadable', desk: 2 },
        { id: 146, action: 'exchange', desk: 4 },
        { id: 147, action: 'exchange', desk: 3 },
        { id: 148, action: 'restore-server', desk: 0 },
      ],
    },
  },
  {
    was: 'photos the centre lost when it was put back were never sent again',
    plan: {
      seed: 41,
      desks: 5,
      trouble: 0,
      operations: [
        { id: 133, action: 'rejoin', desk: 1 },
        { id: 149, action: 'file', desk: 1 },
        { id: 155, action: 'backup-server', desk: 4 },
        { id: 190, action: 'exchange', desk: 1 },
        { id: 193, action: 'work', desk: 0 },
        { id: 219, action: 'exchange', desk: 4 },
        { id: 220, action: 'restore-server', desk: 0 },
      ],
    },
  },
];
