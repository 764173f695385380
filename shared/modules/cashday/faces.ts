import type { Fen } from '#shared/core/money.ts';

/** Notes and coins in circulation, in fen, largest first: 100 yuan to 1 jiao. */
export const FACES: readonly Fen[] = [10_000, 5_000, 2_000, 1_000, 500, 100, 50, 10];
/** What is smaller lies in one heap. */
export const LOOSE: Fen = 1;

/** What notes and coins come to. The one way of counting cash: the drawer's hand-over and both boxes. */
export function countedOf(faces: readonly { face: Fen; count: number }[]): Fen {
  return faces.reduce((sum, { face, count }) => sum + face * count, 0);
}

export function isFace(face: Fen): boolean {
  return face === LOOSE || FACES.includes(face);
}
