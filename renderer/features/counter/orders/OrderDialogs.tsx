import { EnvelopeDialog } from './EnvelopeDialog.tsx';
import { HandDialog } from './HandDialog.tsx';
import { NoteDialog } from './NoteDialog.tsx';
import type { OrderView } from './read-order.ts';
import { RefundDialog } from './RefundDialog.tsx';
import { ReturnDialog } from './ReturnDialog.tsx';
import { ReviewDialog } from './ReviewDialog.tsx';
import { SignDialog } from './SignDialog.tsx';
import type { OrderDialog } from './use-order-actions.ts';

interface OrderDialogsProps {
  view: OrderView;
  open: OrderDialog | null;
  onClose: () => void;
}

/** The one dialog that is open over an order. */
export function OrderDialogs({ view, open, onClose }: OrderDialogsProps) {
  switch (open) {
    case 'hand':
    case 'pick':
      return <HandDialog view={view} kind={open} onClose={onClose} />;
    case 'review':
      return <ReviewDialog view={view} onClose={onClose} />;
    case 'sign':
      return <SignDialog view={view} onClose={onClose} />;
    case 'note':
      return <NoteDialog view={view} onClose={onClose} />;
    case 'envelope':
      return <EnvelopeDialog view={view} onClose={onClose} />;
    case 'return':
      return <ReturnDialog view={view} onClose={onClose} />;
    case 'refund':
      return <RefundDialog view={view} onClose={onClose} />;
    case null:
      return null;
  }
}
