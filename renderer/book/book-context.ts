import { createContext, useContext } from 'react';
import type { Book } from './book.ts';

export const BookContext = createContext<Book | null>(null);

/** The book of this page. Throws outside the signed-in part of the page: that is a bug. */
export function useBook(): Book {
  const book = useContext(BookContext);
  if (!book) throw new Error('no book here');
  return book;
}
