/**
 * How far along a feed a sequence is, or a document a revision: both begin with a number. Sequences are opaque by the book, and a cluster's copies
 * count apart: the worst a wrong guess costs is a look at what was seen before.
 */
export function placeIn(text: string): number {
  return Number.parseInt(text, 10) || 0;
}
