import { useState } from 'react';
import type { Photo } from '#renderer/ui/PhotoInput.tsx';
import { useDesk } from '#renderer/desk/desk.ts';

export type ProofKind = 'photo' | 'hand' | 'paper';

export interface SignedProof {
  kind: ProofKind;
  setKind: (kind: ProofKind) => void;
  photos: readonly Photo[];
  setPhotos: (photos: readonly Photo[]) => void;
  setSignature: (png: Uint8Array | null) => void;
  /** There is a picture, a signature, or the user said that only paper is kept. */
  given: boolean;
  /** The host's name of the picture, '' for paper only; null when it could not be kept. */
  keep: () => Promise<string | null>;
}

/** How it is shown that the customer signed: a photo or scan, a signature on the screen, or paper in the file. */
export function useSignedProof(first: ProofKind, name: string): SignedProof {
  const { host } = useDesk();
  const [kind, setKind] = useState(first);
  const [photos, setPhotos] = useState<readonly Photo[]>([]);
  const [signature, setSignature] = useState<Uint8Array | null>(null);
  const drawn: Photo | undefined = signature ? { name: `${name}.png`, type: 'image/png', bytes: signature } : undefined;
  const picture = kind === 'photo' ? photos[0] : kind === 'hand' ? drawn : undefined;
  return {
    kind,
    setKind,
    photos,
    setPhotos,
    setSignature,
    given: kind === 'paper' || picture !== undefined,
    keep: async () => {
      if (!picture) return '';
      const kept = await host.call('files.put', { type: picture.type, name: picture.name, content: picture.bytes }).catch(() => null);
      return kept?.hash ?? null;
    },
  };
}
