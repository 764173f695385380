import { Tooltip } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import type { BookPhase } from '../book/book.ts';
import { useDesk } from '../desk/desk.ts';
import { StatusBadge } from '../ui/StatusBadge.tsx';

/** Is what I did safe? Always in sight, never a guess. */
export function SaveChip({ phase }: { phase: BookPhase }) {
  const { t } = useTranslation();
  const { book } = useDesk();
  const [size, setSize] = useState(0);
  const look = () => void book.size().then(setSize, () => undefined);
  useEffect(look, [book]);
  if (phase.phase === 'read-only') {
    const waiting = phase.reason === 'disconnected' || phase.reason === 'store-failed';
    return <StatusBadge tone="bad" label={t(waiting ? 'shell.chip.reconnecting' : 'shell.chip.readOnly')} />;
  }
  return (
    <Tooltip label={t('sync.book', { count: size })}>
      <span onMouseEnter={look}>
        <StatusBadge tone="good" label={t('shell.chip.local')} />
      </span>
    </Tooltip>
  );
}
