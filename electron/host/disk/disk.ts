/** The few file operations that durability rests on. Tests pass a disk that fills up, fails or loses power. */

export interface DiskFile {
  /** At most `length` bytes from `position`; fewer only at the end of the file. */
  read(position: number, length: number): Promise<Buffer>;
  /** All of `content`, or a rejection; how much was written then is unknown. */
  write(position: number, content: Uint8Array): Promise<void>;
  /** Resolves when the contents survive a power cut. After a rejection nothing written since the last success may be trusted. */
  flush(): Promise<void>;
  truncate(length: number): Promise<void>;
  size(): Promise<number>;
  close(): Promise<void>;
}

export interface Disk {
  /** 'write' makes the file when it is missing, readable by its owner only. */
  open(path: string, mode: 'read' | 'write'): Promise<DiskFile>;
  /** Names in a folder; none when there is no such folder. */
  list(folder: string): Promise<string[]>;
  makeFolder(folder: string): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  /** A file, or a folder with all in it; nothing happens when it is missing. */
  remove(path: string): Promise<void>;
  /** Makes what was created, renamed or removed in the folder survive a power cut. */
  flushFolder(folder: string): Promise<void>;
  freeBytes(folder: string): Promise<number>;
}

/** The codes of a disk without space, of a quota and of a file that may not grow further. */
const full = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);

export function isDiskFull(problem: unknown): boolean {
  return full.has(errorCode(problem));
}

/** For `catch`: passes over a full disk where the work is worth less than going on. */
export function unlessFull(problem: unknown): void {
  if (!isDiskFull(problem)) throw problem;
}

export function isMissing(problem: unknown): boolean {
  return errorCode(problem) === 'ENOENT';
}

/** Node's code of a failed system call, '' for anything else. */
export function errorCode(problem: unknown): string {
  return problem instanceof Error && 'code' in problem ? String(problem.code) : '';
}
