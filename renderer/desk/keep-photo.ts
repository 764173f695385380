import type { Photo } from '#renderer/ui/PhotoInput.tsx';
import type { Host } from '#shared/host/contract.ts';

/** The photo of a paper with the host; its hash, '' when none was taken. */
export async function keepPhoto(host: Host, photos: readonly Photo[]): Promise<string> {
  const photo = photos[0];
  if (!photo) return '';
  return (await host.call('files.put', { name: photo.name, type: photo.type, content: photo.bytes })).hash;
}
