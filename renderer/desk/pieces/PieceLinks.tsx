import { Anchor } from '@mantine/core';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { useGo } from '../use-address.ts';
import classes from './pieces.module.css';

/** Numbers of the pieces of a line, each leading to where it is and was; nothing when they have none. */
export function PieceLinks({ product, serials }: { product: string; serials: readonly string[] | undefined }) {
  const { t } = useTranslation();
  const go = useGo();
  if (!serials || serials.length === 0) return null;
  return (
    <span className={classes.links} role="group" aria-label={t('pieces.list')}>
      {serials.map((serial) => (
        <Anchor key={serial} component="button" type="button" size="xs" onClick={() => go('/pieces', { product, serial })}>
          {serial}
        </Anchor>
      ))}
    </span>
  );
}
