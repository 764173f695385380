/** Letters and digits of a plate, so that 浙A·12345, 浙a 12345 and 12345 are all found. */
export function plateKey(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}

export function matchesPlate(plate: string, wanted: string): boolean {
  return plateKey(plate).includes(plateKey(wanted));
}

/** The vehicle at the gate is the one on the pass. */
export function isSameVehicle(noted: string, seen: string): boolean {
  return plateKey(noted) === plateKey(seen);
}
