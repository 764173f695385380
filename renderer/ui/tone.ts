/** What a colour means: nothing special, under way, done, needs attention, wrong or stopped. */
export type Tone = 'neutral' | 'info' | 'good' | 'warn' | 'bad';
