/** The book's databases, off the page's thread. */
import { z } from 'zod';
import { openBookStore } from './open-book-store.ts';
import { answerCalls } from './store-calls.ts';

z.config({ jitless: true });

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no target origin
answerCalls(
  { postMessage: (message) => postMessage(message), addEventListener: (type, listener) => addEventListener(type, listener) },
  openBookStore,
);
