import { useState } from 'react';
import { FormDialog } from '#renderer/ui/FormDialog.tsx';
import { useTranslation } from '#renderer/ui/i18n.ts';
import type { Fen } from '#shared/core/money.ts';
import { countedOf } from '#shared/modules/cashday/faces.ts';
import { FaceCount, facesOf, type Faces } from './FaceCount.tsx';

interface FaceDialogProps {
  onCounted: (counted: Fen) => void;
  onClose: () => void;
}

/** Counts a drawer note by note and gives the sum to the field it was opened from. */
export function FaceDialog({ onCounted, onClose }: FaceDialogProps) {
  const { t } = useTranslation();
  const [faces, setFaces] = useState<Faces>({});
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('cashbook.byFace')}
      commit={t('cashbook.takeCount')}
      size={420}
      onCommit={() => {
        onCounted(countedOf(facesOf(faces)));
        onClose();
      }}
    >
      <FaceCount faces={faces} onChange={setFaces} />
    </FormDialog>
  );
}
