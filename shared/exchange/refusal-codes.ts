/**
 * Why the centre refuses a document. A refusal's reason is the code, a colon and details for the expert: 'number-not-yours: SK-HZ01-B-2611-0042'.
 * Each code has a text at `i18n sync.refused.*`.
 */
export const refusalCodes = [
  /** Not a document as this centre knows them. */
  'shape',
  'too-large',
  /** It says it is of another branch. */
  'wrong-branch',
  /** Not one of the kinds the head office keeps for all. */
  'wrong-book',
  /** The company's book is written by desks of the head office. */
  'head-office-only',
  /** Verdicts and the judge's notes. */
  'judge-only',
  /** The printed number is out of another desk's range. */
  'number-not-yours',
  /** The printed number is not one of its kind's. */
  'number-wrong',
  'number-changed',
  /** A committed body, or one that is not what its edits make of it. */
  'body-changed',
  /** Kind, branch, desk, origin, and whatever else is frozen. */
  'fields-changed',
  /** A signature, edit or mark that the centre has is missing or different. */
  'events-changed',
  /** A new event signed at a desk of another branch, or in the judge's name. */
  'event-not-yours',
  /** Signed more than a day ahead of the centre's clock. */
  'clock-ahead',
  'no-deletion',
  /** A note of another desk or of the centre itself. */
  'not-yours',
  /** A photo or scan is never replaced. */
  'file-changed',
  /** Written past the check of revisions, as servers do among themselves. */
  'not-a-desk',
  /** The desk's own words. The centre lost another desk's paper, and only that desk may bring it. */
  'awaits-its-desk',
  /** The centre has it in a shape this version cannot read, and so cannot unite with. */
  'newer-at-centre',
  /** The desk's own words. Half a character, which is no JSON text to the centre. */
  'damaged-text',
  /** The desk's own words. The centre fails at this document and at no other, again and again. */
  'centre-fails',
] as const;
export type RefusalCode = (typeof refusalCodes)[number];

/** The code at the head of a server's reason; null when the server's words are its own. */
export function refusalCodeOf(reason: string): RefusalCode | null {
  const head = reason.split(':', 1)[0];
  return refusalCodes.find((code) => code === head) ?? null;
}
