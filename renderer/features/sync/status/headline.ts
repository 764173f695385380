import type { TextKey } from '#renderer/ui/i18n.ts';
import type { Tone } from '#renderer/ui/tone.ts';
import type { CentreStatus } from '#shared/host/contract.ts';

export interface Headline {
  tone: Tone;
  text: TextKey;
}

/** The state of the exchange in one sentence. `sync.status.*` with `{{count}}` of what is unsent. */
export function headlineOf({ phase, unsent, setAside, lastComplete, progress }: CentreStatus): Headline {
  switch (phase) {
    case 'stopped':
      return { tone: 'bad', text: 'sync.status.stopped' };
    case 'offline':
      return { tone: 'warn', text: 'sync.status.offline' };
    case 'first-download':
      return { tone: 'info', text: 'sync.status.downloading' };
    case 'alone':
      return { tone: 'neutral', text: 'sync.status.alone' };
    case 'exchanging':
      if (progress) return { tone: 'info', text: 'sync.status.comparing' };
      return { tone: 'info', text: unsent > 0 ? 'sync.status.sending' : 'sync.status.exchanging' };
    case 'idle':
      if (unsent > 0) return { tone: 'info', text: 'sync.status.unsent' };
      if (lastComplete === 0) return { tone: 'neutral', text: 'sync.status.never' };
      return setAside > 0 ? { tone: 'warn', text: 'sync.status.syncedRest' } : { tone: 'good', text: 'sync.status.synced' };
  }
}
