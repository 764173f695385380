export interface Photo {
  name: string;
  /** 'image/jpeg', 'image/png' or 'application/pdf'. */
  type: string;
  bytes: Uint8Array;
}

/** Enough to read the small print of a slip held in front of a camera. */
const LONGEST = 1600;
const QUALITY = 0.82;
/** A JPEG below this is kept as it is when it is small enough on the screen, too. */
const SMALL = 600_000;

/** A picture of at most 1600 pixels as JPEG, upright; a PDF as it is. @throws when the picture cannot be read */
export async function shrink(file: File): Promise<Photo> {
  if (file.type === 'application/pdf') return { name: file.name, type: file.type, bytes: await bytesOf(file) };
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
  try {
    const scale = Math.min(1, LONGEST / Math.max(picture.width, picture.height));
    if (scale === 1 && file.type === 'image/jpeg' && file.size <= SMALL)
      return { name: file.name, type: file.type, bytes: await bytesOf(file) };
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round(picture.width * scale));
    canvas.height = Math.max(1, Math.round(picture.height * scale));
    const context = canvas.getContext('2d');
    if (context === null) throw new Error('no canvas');
    // JPEG knows no transparency: a screenshot's clear parts would turn black.
    context.fillStyle = '#fff';
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.imageSmoothingQuality = 'high';
    context.drawImage(picture, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', QUALITY));
    if (blob === null) throw new Error('not encoded');
    return { name: `${file.name.replace(/\.[^.]*$/, '') || 'photo'}.jpg`, type: 'image/jpeg', bytes: await bytesOf(blob) };
  } finally {
    picture.close();
  }
}

async function bytesOf(blob: Blob): Promise<Uint8Array> {
  return new Uint8Array(await blob.arrayBuffer());
}
