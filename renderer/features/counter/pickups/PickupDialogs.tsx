import { DrawDialog } from './DrawDialog.tsx';
import { PhotographDialog } from './PhotographDialog.tsx';
import type { PickupView } from './read-pickup.ts';
import { RecordDialog } from './RecordDialog.tsx';
import { SettleDialog } from './SettleDialog.tsx';

export type PickupDialog = 'photograph' | 'record' | 'draw' | 'settle';

interface PickupDialogsProps {
  view: PickupView;
  /** Name of who wrote the slip: usually the one who fetches the goods. */
  writer: string;
  open: PickupDialog | null;
  onClose: () => void;
}

/** The one dialog that is open over a pick-up slip. */
export function PickupDialogs({ view, writer, open, onClose }: PickupDialogsProps) {
  switch (open) {
    case 'photograph':
      return <PhotographDialog view={view} onClose={onClose} />;
    case 'record':
      return <RecordDialog view={view} onClose={onClose} />;
    case 'draw':
      return <DrawDialog view={view} writer={writer} onClose={onClose} />;
    case 'settle':
      return <SettleDialog view={view} writer={writer} onClose={onClose} />;
    case null:
      return null;
  }
}
