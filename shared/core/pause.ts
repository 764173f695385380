/** Asked between two steps of long work: a promise to wait for when others should have their turn. */
export type Pause = () => Promise<void> | undefined;

export const noPause: Pause = () => undefined;
