/** What a request of the embedded server is answered with. */
export type Answer = { status: number; body: unknown };

export const fail = (status: number, error: string, reason: string): Answer => ({ status, body: { error, reason } });
