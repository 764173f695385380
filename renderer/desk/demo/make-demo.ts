import { dayOf } from '#shared/core/calendar.ts';
import { demoIdentity, demoPin } from '#shared/demo/company.ts';
import type { Host } from '#shared/host/contract.ts';
import { openBook } from '../../book/open-book.ts';
import { demoBatches } from '../../workers/demo-batches.ts';

/**
 * Writes the demo book into its own profile and leaves the host in it; the page starts again afterwards.
 * @param onProgress documents stored so far
 */
export async function makeDemo(
  host: Host,
  language: 'zh-CN' | 'en',
  size: 'small' | 'large',
  onProgress: (documents: number) => void,
): Promise<void> {
  const entered = await host.call('desk.useProfile', { profile: 'demo' });
  await host.call('settings.save', { ...entered.settings, language });
  const info = entered.identity ? entered : await host.call('desk.setUp', demoIdentity);
  const { hash } = await host.call('pin.hash', { pin: demoPin });
  const book = await openBook({ host, info });
  try {
    const today = dayOf(Date.now(), info.settings.offsetMinutes);
    await book.load(demoBatches({ size, today, pinHash: hash, branch: info.identity?.branchCode ?? demoIdentity.branchCode }), onProgress);
  } finally {
    await book.close();
  }
}
