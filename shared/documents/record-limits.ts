/** The limits of a record. The schema checks by them at every border of ours, the guard in CouchDB at the centre's. */

/** A ULID. */
export const recordPattern = /^[0-9A-HJKMNP-TV-Z]{26}$/;
/** A hybrid logical clock's stamp. */
export const eventPattern = /^\d{13}-[0-9a-f]{4}-[A-Z0-9-]{1,16}$/;
export const topVersion = 999;

/** Characters. */
export const longest = {
  kind: 24,
  no: 40,
  branch: 12,
  desk: 16,
  owner: 40,
  party: 40,
  source: 40,
  day: 10,
  seek: 40,
  status: 24,
  title: 200,
} as const;

export const eventLimits = { by: 40, desk: 16, type: 40 } as const;
