/** Plans that once broke the law, as short as they could be made, each with what was wrong. */
import type { Plan } from './plan.ts';

export const pinned: readonly { was: string; plan: Plan }[] = [
  {
    was: 'a paper set aside here arrived at the centre through a copy of this desk, and stayed listed as set aside',
    plan: {
      seed: 26,
      desks: 5,
      trouble: 0,
      operations: [
        { id: 3, action: 'join', desk: 3 },
        { id: 4, action: 'join', desk: 4 },
        { id: 131, action: 'work', desk: 4 },
        { id: 160, action: 'forbid', desk: 1 },
        { id: 208, action: 'exchange', desk: 4 },
        { id: 216, action: 'work', desk: 0 },
        { id: 218, action: 'clone', desk: 4 },
        { id: 256, action: 'exchange', desk: 3 },
        { id: 266, action: 'forbid', desk: 0 },
        { id: 267, action: 'retire', desk: 4 },
        { id: 296, action: 'rejoin', desk: 4 },
        { id: 297, action: 'exchange', desk: 3 },
      ],
    },
  },
];
