import { money } from './money.ts';

/** Where a document is, by kind and status. */
export const statuses = {
  ...money.statuses,
  visit: {
    waiting: 'Waiting',
    greeted: 'Greeted',
    asked: 'Asked',
    'seen-off': 'Seen off',
    closed: 'Closed',
    cancelled: 'Cancelled',
  },
  task: {
    open: 'Open',
    done: 'Done',
    dropped: 'Dropped',
  },
  duty: {
    planned: 'Planned',
    standing: 'On duty',
    ended: 'Ended',
    cancelled: 'Cancelled',
  },
  agenda: {
    expected: 'Expected',
    happened: 'Happened',
    cancelled: 'Cancelled',
  },
  opinion: {
    heard: 'Heard',
    answered: 'Answered',
  },
  contact: {
    recorded: 'Recorded',
  },
  customer: {
    prospect: 'Prospect',
    active: 'Active',
    dormant: 'Dormant',
    merged: 'Merged',
    withdrawn: 'Withdrawn',
  },
  order: {
    received: 'Received',
    confirmed: 'Confirmed',
    checked: 'To be reviewed',
    released: 'Released',
    closed: 'Closed',
    returned: 'Returned',
    voided: 'Voided',
  },
  receipt: {
    taken: 'In the drawer',
    handed: 'Handed over',
    reversed: 'Reversed',
    offset: 'Offset',
  },
  handover: {
    offered: 'Offered',
    received: 'Received',
    refused: 'Refused',
  },
  dispatch: {
    drafted: 'To be released',
    released: 'Released',
    picked: 'Picked',
    out: 'Out of the store',
    passed: 'Through the gate',
    signed: 'Signed for',
    booked: 'Booked',
    returned: 'Returned',
    cancelled: 'Cancelled',
  },
  stockout: {
    issued: 'Issued',
  },
  gatepass: {
    issued: 'Issued',
    registered: 'Registered',
    stopped: 'Stopped',
    closed: 'Closed',
  },
  inbound: {
    received: 'Received',
    reversed: 'Reversed',
  },
  pickup: {
    written: 'Written',
    photographed: 'Photographed',
    recorded: 'Recorded',
    drawn: 'Money drawn',
    stocked: 'In stock',
    closed: 'Closed',
    cancelled: 'Cancelled',
  },
  float: {
    entered: 'Entered',
  },
  return: {
    asked: 'Asked for',
    approved: 'Approved',
    refused: 'Refused',
    withdrawn: 'Withdrawn',
    received: 'Received',
  },
  product: {
    active: 'On sale',
    discontinued: 'Discontinued',
    withdrawn: 'Withdrawn',
  },
  supplier: {
    active: 'Active',
    withdrawn: 'Withdrawn',
  },
  location: {
    open: 'Open',
    closed: 'Closed',
  },
  company: {
    kept: 'In use',
  },
  staff: {
    active: 'Active',
    left: 'Left',
  },
  policy: {
    draft: 'Draft',
    decided: 'Decided by the meeting',
    issued: 'Issued',
    superseded: 'Followed by a newer one',
    withdrawn: 'Withdrawn',
  },
  opening: {
    counted: 'Counted',
    undone: 'Undone',
  },
  import: {
    applied: 'Applied',
    undone: 'Undone',
  },
  verdict: {
    confirmed: 'Confirmed',
    open: 'To be looked at',
    returned: 'Returned',
    settled: 'Dealt with',
  },
  contract: {
    drafted: 'Drafted',
    explained: 'To be countersigned',
    salesSigned: 'Finance to countersign',
    countersigned: 'Countersigned',
    sealed: 'Sealed',
    effective: 'In force',
    performing: 'Performing',
    balanceDue: 'Balance due',
    closed: 'Closed',
    returned: 'Returned',
    cancelled: 'Cancelled',
    disputed: 'Disputed',
  },
  delegation: {
    given: 'Given',
    ended: 'Ended',
  },
} as const;
