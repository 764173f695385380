/** Posts of a branch (requirements 5.1–5.3). One person may hold several; chains that need two signers name the pair. */
export const roles = [
  'salesperson',
  'cashier',
  'warehouse',
  'guard',
  'purchasing',
  'finance',
  'manager',
  'technician',
  'production',
  'planner',
  'quality',
  'dgmFinance',
  'dgmSales',
  'gm',
  'treasurer',
] as const;
export type Role = (typeof roles)[number];

export interface Actor {
  /** Staff id. */
  id: string;
  name: string;
  roles: readonly Role[];
  /** Posts whose signatures were lent to this person for today; none when left out. */
  lent?: readonly Deputy[];
}

/** Somebody may sign in place of the holder of a post: an active delegation, as `deputiesOf` finds them. */
export interface Deputy {
  /** Id of the delegation. */
  delegation: string;
  from: string;
  posts: readonly Role[];
  /** Empty: every matter. */
  matters: readonly string[];
}

/** The loans that reach beyond the papers of one matter: whoever has one signs whatever waits for that post. */
export function wholeLoans({ lent = [] }: Pick<Actor, 'lent'>, wanted: readonly Role[]): Deputy[] {
  return lent.filter(({ matters, posts }) => matters.length === 0 && posts.some((post) => wanted.includes(post)));
}

/** Whether this person may sign for one of these posts: the own, or one lent for all matters. */
export function signsFor(actor: Actor, wanted: readonly Role[]): boolean {
  return holdsAny(actor, wanted) || wholeLoans(actor, wanted).length > 0;
}

export function holdsAny(actor: Actor, wanted: readonly Role[]): boolean {
  return wanted.some((role) => actor.roles.includes(role));
}
