/** What the host says to a PIN. */
export interface PinAnswer {
  right: boolean;
  /** More than 0: not even tried. */
  waitSeconds: number;
  triesLeft: number;
}
