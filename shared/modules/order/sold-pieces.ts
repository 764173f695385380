/** Which pieces an order chose, gave out and promised, by line of the order. */
import { z } from 'zod';
import type { DocumentEvent } from '#shared/documents/record.ts';
import type { Pieces } from '../product/pieces.ts';

interface Sale {
  body: { lines: readonly Pieces[] };
  events: readonly DocumentEvent[];
}

const moved = z.array(z.object({ line: z.number().int(), serials: z.array(z.string()).optional() }));

function linesOf(event: DocumentEvent): z.infer<typeof moved> {
  const parsed = moved.safeParse(event.data.lines);
  return parsed.success ? parsed.data : [];
}

/** Pieces of one line that left by this kind of event: 'handed' over the counter, 'shipped' by a stock-out slip. */
export function piecesGone(events: readonly DocumentEvent[], line: number, types: readonly string[] = ['handed', 'shipped']): string[] {
  return events
    .filter(({ type }) => types.includes(type))
    .flatMap(linesOf)
    .flatMap((part) => (part.line === line ? (part.serials ?? []) : []));
}

/** Pieces of one line that the slip names, or the picker put ready, and that are not given out yet. */
export function piecesChosen({ body, events }: Sale, line: number): string[] {
  if (isShortened(events, line)) return [];
  const picked = events.findLast(({ type }) => type === 'picked');
  const put = picked ? linesOf(picked).flatMap((part) => (part.line === line ? (part.serials ?? []) : [])) : [];
  const gone = new Set(piecesGone(events, line, ['handed']));
  return [...new Set([...(body.lines[line]?.serials ?? []), ...put])].filter((serial) => !gone.has(serial));
}

/** What the order itself sells: pieces named on the slip since it was written, others since they were handed over. Stock-out slips speak for theirs. */
export function piecesSold({ body, events }: Sale): (Pieces & { since?: string })[] {
  return body.lines.flatMap(({ product, serials: named = [] }, line) => {
    const handed = new Set(piecesGone(events, line, ['handed']));
    const written = isShortened(events, line) ? named.filter((serial) => handed.has(serial)) : named;
    const later = events
      .filter(({ type }) => type === 'handed')
      .map((event) => ({
        product,
        since: event.id,
        serials: piecesGone([event], line).filter((serial) => !written.includes(serial)),
      }));
    return [{ product, serials: written }, ...later];
  });
}

/** Numbers of the pieces of one line, as its slip shows them: chosen, or given out already. */
export function serialsOn({ body, events }: Sale, line: number): string[] {
  return [...new Set([...piecesGone(events, line), ...piecesChosen({ body, events }, line)])];
}

/** All numbers by which somebody may look for the order. */
export function serialsOf({ body, events }: Sale): string[] {
  const picked = body.lines.flatMap((_, line) => serialsOn({ body, events }, line));
  return [...new Set([...body.lines.flatMap(({ serials = [] }) => serials), ...picked])];
}

/** What is not handed over will not be any more. */
function isShortened(events: readonly DocumentEvent[], line: number): boolean {
  return events.some((event) => event.type === 'shortened' && linesOf(event).some((part) => part.line === line));
}
