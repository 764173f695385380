import { SegmentedControl } from '@mantine/core';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { PhotoInput } from '#renderer/ui/PhotoInput.tsx';
import { SignaturePad } from '#renderer/ui/SignaturePad.tsx';
import classes from './SignedProof.module.css';
import type { SignedProof } from './use-signed-proof.ts';

/** Chooses and takes the proof of `useSignedProof`. */
export function SignedProofFields({ proof }: { proof: SignedProof }) {
  const { t } = useTranslation();
  return (
    <div className={classes.proof}>
      <SegmentedControl
        aria-label={t('warehouse.page.signedCopy')}
        value={proof.kind}
        onChange={(value) => proof.setKind(value === 'hand' || value === 'paper' ? value : 'photo')}
        data={[
          { value: 'photo', label: t('warehouse.next.signByPhoto') },
          { value: 'hand', label: t('warehouse.next.signByHand') },
          { value: 'paper', label: t('warehouse.next.signByPaper') },
        ]}
      />
      {proof.kind === 'photo' && (
        <div className={classes.wide}>
          <PhotoInput label={t('warehouse.next.signPhoto')} photos={proof.photos} onChange={proof.setPhotos} most={1} />
        </div>
      )}
      {proof.kind === 'hand' && <SignaturePad label={t('warehouse.next.signPad')} onChange={proof.setSignature} />}
      {proof.kind === 'paper' && <p className={classes.paper}>{t('warehouse.next.signPaperText')}</p>}
    </div>
  );
}
