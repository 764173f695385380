import { useEffect, useRef, type RefObject } from 'react';

/** Gives an image or frame bytes to show, for as long as it is there. `suffix` goes after the address: a fragment for the PDF viewer. */
export function useBlobSource<E extends HTMLImageElement | HTMLIFrameElement>(
  bytes: Uint8Array,
  type: string,
  suffix = '',
): RefObject<E | null> {
  const element = useRef<E>(null);
  useEffect(() => {
    const url = URL.createObjectURL(new Blob([bytes.slice()], { type }));
    if (element.current !== null) element.current.src = url + suffix;
    return () => URL.revokeObjectURL(url);
  }, [bytes, type, suffix]);
  return element;
}
