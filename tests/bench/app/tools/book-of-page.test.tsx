// @vitest-environment jsdom
import { render } from '@testing-library/react';
import { createContext } from 'react';
import { expect, test } from 'vitest';
import { bookOf } from './book-of-page.ts';

test('the book is found wherever in the page’s tree it is given, and missed when it is not there', () => {
  const container = document.body.appendChild(document.createElement('div'));
  container.id = 'root';
  const [Other, Given] = [createContext<unknown>(null), createContext<unknown>(null)];
  const book = { run: () => null, watch: () => null, search: () => [] };
  const { rerender } = render(<Other value={{ run: 1 }}>…</Other>, { container });
  expect(() => bookOf(document)).toThrow('no book');
  rerender(
    <Other value={{ run: 1 }}>
      <p>first</p>
      <div>
        <Given value={book}>
          <p>second</p>
        </Given>
      </div>
    </Other>,
  );
  expect(bookOf(document)).toBe(book);
});
