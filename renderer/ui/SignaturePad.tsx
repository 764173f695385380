import { Button } from '@mantine/core';
import { useEffect, useRef, useState, type PointerEvent } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import classes from './SignaturePad.module.css';

export interface SignaturePadProps {
  label: string;
  /** PNG, black on white; null when it was wiped. Called when the pen is lifted. */
  onChange: (png: Uint8Array | null) => void;
  disabled?: boolean;
}

/** Pixels of the picture, whatever the screen: prints well at 40 mm. */
const WIDTH = 800;
const HEIGHT = 260;

/** A signature with mouse, pen or finger. White also in the dark: it is going onto paper. */
export function SignaturePad({ label, onChange, disabled = false }: SignaturePadProps) {
  const { t } = useTranslation();
  const canvas = useRef<HTMLCanvasElement>(null);
  const last = useRef<{ x: number; y: number } | null>(null);
  const [signed, setSigned] = useState(false);

  const wipe = () => {
    const context = canvas.current?.getContext('2d');
    if (!context) return;
    context.fillStyle = '#fff';
    context.fillRect(0, 0, WIDTH, HEIGHT);
  };
  useEffect(wipe, []);

  const pointOf = (event: PointerEvent<HTMLCanvasElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    return { x: ((event.clientX - box.left) / box.width) * WIDTH, y: ((event.clientY - box.top) / box.height) * HEIGHT };
  };
  const draw = (event: PointerEvent<HTMLCanvasElement>) => {
    const context = event.currentTarget.getContext('2d');
    const from = last.current;
    if (context === null || from === null) return;
    const to = pointOf(event);
    context.lineCap = 'round';
    context.lineJoin = 'round';
    context.strokeStyle = '#111';
    // A pen that reports pressure draws thick and thin; a mouse always says 0.5.
    context.lineWidth = event.pointerType === 'pen' ? 2 + 5 * event.pressure : 4;
    context.beginPath();
    context.moveTo(from.x, from.y);
    context.lineTo(to.x, to.y);
    context.stroke();
    last.current = to;
  };
  const start = (event: PointerEvent<HTMLCanvasElement>) => {
    if (disabled || event.button !== 0) return;
    event.currentTarget.setPointerCapture?.(event.pointerId);
    last.current = pointOf(event);
    draw(event);
  };
  const end = (event: PointerEvent<HTMLCanvasElement>) => {
    if (last.current === null) return;
    last.current = null;
    setSigned(true);
    event.currentTarget.toBlob((blob) => void blob?.arrayBuffer().then((buffer) => onChange(new Uint8Array(buffer))), 'image/png');
  };

  return (
    <div className={classes.field} role="group" aria-label={label}>
      <div className={classes.head}>
        <span className={classes.label}>{label}</span>
        <span role="status">{signed ? t('common.signature.signed') : ''}</span>
        {signed && (
          <Button
            size="compact-xs"
            variant="subtle"
            onClick={() => {
              wipe();
              setSigned(false);
              onChange(null);
            }}
          >
            {t('common.signature.clear')}
          </Button>
        )}
      </div>
      <div className={classes.paper}>
        <canvas
          ref={canvas}
          className={classes.canvas}
          width={WIDTH}
          height={HEIGHT}
          role="img"
          aria-label={signed ? t('common.signature.signed') : t('common.signature.hint')}
          onPointerDown={start}
          onPointerMove={draw}
          onPointerUp={end}
          onPointerCancel={end}
        />
        {!signed && (
          <span className={classes.hint} aria-hidden="true">
            {t('common.signature.hint')}
          </span>
        )}
      </div>
    </div>
  );
}
