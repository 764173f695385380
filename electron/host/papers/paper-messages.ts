import type { PaperJob } from '#shared/papers/content.ts';

export interface PaperRequest {
  id: number;
  job: PaperJob;
}

export type PaperAnswer =
  | { id: number; ok: true; pdf: Uint8Array; pages: number; missing: string[] }
  | { id: number; ok: false; message: string };
