import { Anchor, Popover } from '@mantine/core';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { useGo } from '../use-address.ts';
import classes from './pieces.module.css';

export interface PieceLinksProps {
  product: string;
  serials: readonly string[] | undefined;
  /** Where there is little room: the others open when they are asked for. */
  most?: number;
}

/** Numbers of the pieces of a line, each leading to where it is and was; nothing when they have none. */
export function PieceLinks({ product, serials, most = Number.POSITIVE_INFINITY }: PieceLinksProps) {
  const { t } = useTranslation();
  const go = useGo();
  if (serials === undefined || serials.length === 0) return null;
  const rest = serials.slice(most);
  const link = (serial: string) => (
    <Anchor key={serial} component="button" type="button" size="xs" onClick={() => go('/pieces', { product, serial })}>
      {serial}
    </Anchor>
  );
  return (
    <span className={classes.links} role="group" aria-label={t('pieces.list')}>
      {serials.slice(0, most).map(link)}
      {rest.length > 0 && (
        <Popover position="bottom-start" withinPortal>
          <Popover.Target>
            <Anchor component="button" type="button" size="xs" aria-label={t('pieces.rest', { count: rest.length })}>
              +{rest.length}
            </Anchor>
          </Popover.Target>
          <Popover.Dropdown>
            <span className={classes.rest}>{rest.map(link)}</span>
          </Popover.Dropdown>
        </Popover>
      )}
    </span>
  );
}
