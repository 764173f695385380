import type { KeyboardEvent } from 'react';

/** Arrows move among the buttons and links of a list: up and down to what stands nearest in the next row, left and right within the row. */
export function moveInRows(event: KeyboardEvent<HTMLElement>): void {
  const { key, target, currentTarget } = event;
  const row = target instanceof HTMLElement ? target.closest('li') : null;
  if (row === null || event.defaultPrevented || !(target instanceof HTMLElement)) return;
  const next = key === 'ArrowRight' || key === 'ArrowLeft' ? beside(row, target, key === 'ArrowRight' ? 1 : -1) : null;
  const below = key === 'ArrowDown' || key === 'ArrowUp' ? nearest(currentTarget, row, target, key === 'ArrowDown' ? 1 : -1) : null;
  const found = next ?? below;
  if (found === null) return;
  event.preventDefault();
  found.focus();
}

function beside(row: HTMLElement, from: HTMLElement, step: 1 | -1): HTMLElement | null {
  const places = reachable(row);
  return places[places.indexOf(from) + step] ?? null;
}

function nearest(list: HTMLElement, row: HTMLElement, from: HTMLElement, step: 1 | -1): HTMLElement | null {
  const rows = [...list.querySelectorAll('li')].filter((one) => reachable(one).length > 0);
  const other = rows[rows.indexOf(row as HTMLLIElement) + step];
  if (other === undefined) return null;
  const distance = (one: HTMLElement) => Math.abs(middle(one) - middle(from));
  return reachable(other).reduce<HTMLElement | null>((best, one) => (best === null || distance(one) < distance(best) ? one : best), null);
}

function middle(element: HTMLElement): number {
  const { left, width } = element.getBoundingClientRect();
  return left + width / 2;
}

function reachable(row: HTMLElement): HTMLElement[] {
  return [...row.querySelectorAll<HTMLElement>('a[href], button')];
}
