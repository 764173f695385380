import { dayOf, timeOf } from '#shared/core/calendar.ts';
import { demoIdentity, demoPin, headBranch, type DemoBranch } from '#shared/demo/company.ts';
import { demoPhoto } from '#shared/demo/photo.ts';
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
  branch: DemoBranch = headBranch,
): Promise<void> {
  const entered = await host.call('desk.useProfile', { profile: 'demo' });
  await host.call('settings.save', { ...entered.settings, language });
  const info = entered.identity ? entered : await host.call('desk.setUp', demoIdentity(branch));
  const { type, name, content } = demoPhoto;
  await host.call('files.put', { type, name, content: content() });
  const { hash } = await host.call('pin.hash', { pin: demoPin });
  const book = await openBook({ host, info });
  try {
    const now = Date.now();
    const { offsetMinutes } = info.settings;
    // Nothing in the demonstration is later than now, except what is planned.
    const [hours = 0, minutes = 0] = timeOf(now, offsetMinutes).split(':').map(Number);
    const stopAt = Math.max(60, hours * 60 + minutes);
    await book.load(
      demoBatches({ size, today: dayOf(now, offsetMinutes), stopAt, pinHash: hash, branch: info.identity?.branchCode ?? branch.code }),
      onProgress,
    );
  } finally {
    await book.close();
  }
}
