import { Button } from '@mantine/core';
import { IconBarcode } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import type { Milli } from '#shared/core/money.ts';
import { piecesOf } from '#shared/modules/product/serials.ts';
import { PiecesDialog, type PiecesDialogProps } from './PiecesDialog.tsx';
import classes from './pieces.module.css';

export interface PiecesButtonProps extends Omit<PiecesDialogProps, 'wanted' | 'most' | 'onClose'> {
  /** Thousandths the line says; null while it says nothing. */
  quantity: Milli | null;
  /** The paper it is counted against says so: not more. */
  isLimit?: boolean;
}

/** How many pieces of a line are named, of how many; opens the list. */
export function PiecesButton({ quantity, isLimit = false, ...rest }: PiecesButtonProps) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const { name, value } = rest;
  const wanted = quantity === null ? null : piecesOf(quantity);
  const isRight = wanted === value.length;
  return (
    <>
      <Button
        size="compact-xs"
        variant="subtle"
        leftSection={<IconBarcode size={14} stroke={1.6} aria-hidden="true" />}
        className={isRight ? classes.complete : classes.lacking}
        aria-label={t('pieces.open', { name, named: value.length, wanted: wanted ?? '?' })}
        onClick={() => setOpen(true)}
      >
        {value.length}/{wanted ?? '?'}
      </Button>
      {isOpen && <PiecesDialog {...rest} wanted={wanted} most={isLimit ? wanted : null} onClose={() => setOpen(false)} />}
    </>
  );
}
