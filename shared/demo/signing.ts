/** Who signs for a post in the demonstration: its holder, never the author, or who stands in for the general manager. */
import { approvalOf } from '#shared/policy/approvals.ts';
import { decideOn } from '#shared/modules/decisions.ts';
import { deputiesOf } from '#shared/modules/delegation/rules.ts';
import type { Actor, Role } from '#shared/policy/roles.ts';
import type { Story } from './diary.ts';
import { another, chief, soon, type World } from './world.ts';

const comments = ['同意', '同意', '同意', '同意，按计划执行', '价格可以，注意回款', '已核'] as const;

export function managerFor(world: World, seller: Actor): Actor {
  return world.random.pick(world.people.managers.filter(({ id }) => id !== seller.id));
}

async function holderOf(world: World, post: Role, seller: Actor): Promise<Actor> {
  if (post === 'manager') return managerFor(world, seller);
  if (post === 'finance') return world.random.pick(world.people.finance);
  if (post !== 'gm') return chief(world, post);
  const deputy = chief(world, 'dgmSales');
  const lent = await deputiesOf(world.book, deputy.id, world.book.today);
  return lent.some(({ posts }) => posts.includes('gm')) ? deputy : chief(world, 'gm');
}

/** All signatures a paper waits for, one after the other, on the same day or the next; `upTo` stops before that post. */
export async function* signThrough(world: World, id: string, seller: Actor, upTo?: Role): Story {
  for (;;) {
    const found = await world.book.get(id);
    const [post] = (found && approvalOf(found)?.waiting) ?? [];
    if (!post || post === upTo) return;
    yield world.random.chance(0.6) ? soon(world, 20, 180) : another(world, 1);
    const signed = await world.book.run(
      await holderOf(world, post, seller),
      decideOn(id, { verb: 'sign', comment: world.random.pick(comments) }),
    );
    // Whoever stands in has signed for the own post already: the general manager does it.
    if (!signed.ok) await world.book.must(chief(world, post), decideOn(id, { verb: 'sign', comment: '同意' }));
  }
}

/** Whoever's turn it is sends the paper back. */
export async function sendBack(world: World, id: string, seller: Actor, comment: string): Promise<void> {
  const found = await world.book.get(id);
  const [post] = (found && approvalOf(found)?.waiting) ?? [];
  if (post)
    await world.book.must(
      post === 'gm' ? chief(world, 'gm') : await holderOf(world, post, seller),
      decideOn(id, { verb: 'sendBack', comment }),
    );
}
