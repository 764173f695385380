/** What Node gives to the suite's page. */
interface Window {
  /** Milliseconds of processor time all of this Chromium has used. */
  processorTime(): Promise<number>;
  /** Milliseconds Node takes to have so many bytes on the same disk. */
  fsyncOf(bytes: number): Promise<number>;
}
