/** What a live query or a call to the host has come to. `problem` is a sentence for people, already translated. */
export type Loadable<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly problem: string; readonly retry?: () => void }
  | { readonly state: 'ready'; readonly value: T };
