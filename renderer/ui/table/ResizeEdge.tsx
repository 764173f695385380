import { useRef, type PointerEvent } from 'react';
import classes from './table.module.css';

export interface ResizeEdgeProps {
  /** Pixels, while the pointer is down. */
  onDrag: (width: number) => void;
  onDrop: (width: number) => void;
  /** Double click: back to the column's own width. */
  onReset: () => void;
}

const LEAST = 48;

/** The right edge of a header, to be dragged. For the pointer only: the keyboard has the column chooser. */
export function ResizeEdge({ onDrag, onDrop, onReset }: ResizeEdgeProps) {
  const start = useRef<{ x: number; width: number } | null>(null);
  const widthAt = (event: PointerEvent): number => {
    const { x, width } = start.current ?? { x: event.clientX, width: 0 };
    return Math.max(LEAST, Math.round(width + event.clientX - x));
  };
  return (
    <span
      className={classes.edge}
      aria-hidden="true"
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
        start.current = { x: event.clientX, width: event.currentTarget.parentElement?.offsetWidth ?? LEAST };
      }}
      onPointerMove={(event) => {
        if (start.current !== null) onDrag(widthAt(event));
      }}
      onPointerUp={(event) => {
        const from = start.current;
        if (from !== null && event.clientX !== from.x) onDrop(widthAt(event));
        start.current = null;
      }}
      onDoubleClick={onReset}
    />
  );
}
