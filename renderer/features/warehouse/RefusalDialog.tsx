import { Modal } from '@mantine/core';
import type { Blocked } from '#shared/documents/act.ts';
import { RefusalView } from '#renderer/ui/RefusalView.tsx';

export interface RefusalDialogProps {
  refusal: Blocked | null;
  title: string;
  onClose: () => void;
}

/** Why an action of a menu was refused: there is no form to show it in. */
export function RefusalDialog({ refusal, title, onClose }: RefusalDialogProps) {
  return (
    <Modal opened={refusal !== null} onClose={onClose} title={title}>
      {refusal && <RefusalView refusal={refusal} />}
    </Modal>
  );
}
