/** Hands a file to the person: the browser's download, in the desktop the same with its dialog. */
export function saveFile(name: string, bytes: Uint8Array): void {
  const address = URL.createObjectURL(new Blob([bytes.slice().buffer]));
  const link = document.createElement('a');
  link.href = address;
  link.download = name.replaceAll(/[\\/:*?"<>|]/g, '-');
  link.click();
  // The download has its own copy once it began; a minute is ample.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
