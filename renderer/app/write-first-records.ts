import type { Host, HostInfo } from '#shared/host/contract.ts';
import { foundBranch } from '#shared/modules/staff/rules.ts';
import type { Actor } from '#shared/policy/roles.ts';
import type { Book } from '../book/book.ts';
import { openBook } from '../book/open-book.ts';
import { refusalWords } from '../ui/RefusalView.tsx';
import { translate } from '../ui/i18n.ts';
import type { FirstManager } from './first-manager.ts';

interface Founding {
  manager: FirstManager;
  /** Of the shop; its store is made beside it. */
  place: { name: string; address: string; phone: string };
}

/** A new branch's first manager and places, into the book of a desk just set up. Answers who is at work then. */
export async function writeFirstRecords({ host, info, ...founding }: Founding & { host: Host; info: HostInfo }): Promise<Actor> {
  const book = await openBook({ host, info });
  try {
    return await foundIn(book, host, founding);
  } finally {
    await book.close();
  }
}

/** The same into a book that is open. Throws with words when it was refused. */
export async function foundIn(book: Book, host: Host, { manager, place }: Founding): Promise<Actor> {
  const { hash } = await host.call('pin.hash', { pin: manager.pin });
  const name = manager.name.trim();
  const done = await book.run(
    { id: '', name, roles: [] },
    foundBranch({
      manager: { name, code: manager.staffCode.trim(), phone: '', pinHash: hash },
      locations: [
        { ...place, code: 'S1', type: 'shop' },
        { ...place, name: translate('shell.firstRun.mainStore'), code: 'W1', type: 'warehouse' },
      ],
      parameters: {},
    }),
  );
  if (!done.ok) throw new Error(refusalWords(done.refusal));
  return { id: done.value.answer.manager, name, roles: ['manager'] };
}
