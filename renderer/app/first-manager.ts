/** What is typed about the first manager of a branch. */
export interface FirstManager {
  name: string;
  staffCode: string;
  pin: string;
  again: string;
}

export const noManager: FirstManager = { name: '', staffCode: '001', pin: '', again: '' };

/** Fields that are not as they must be, with the key of the words that say so. */
export function wrongManager(
  manager: FirstManager,
): Partial<Record<keyof FirstManager, 'common.required' | 'shell.firstRun.pinWrong' | 'shell.firstRun.pinDiffers'>> {
  return {
    ...(manager.name.trim() === '' ? { name: 'common.required' } : {}),
    ...(manager.staffCode.trim() === '' ? { staffCode: 'common.required' } : {}),
    ...(/^\d{4,12}$/.test(manager.pin) ? {} : { pin: 'shell.firstRun.pinWrong' }),
    ...(manager.again === manager.pin ? {} : { again: 'shell.firstRun.pinDiffers' }),
  };
}
