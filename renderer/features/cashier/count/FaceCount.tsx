import { NumberInput } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { Money } from '#renderer/ui/Money.tsx';
import { MoneyInput } from '#renderer/ui/MoneyInput.tsx';
import type { Fen } from '#shared/core/money.ts';
import { countedOf, FACES, LOOSE } from '#shared/modules/cashday/faces.ts';
import classes from './count.module.css';

/** How many of each face were counted, by face in fen; what is not there was not counted. */
export type Faces = Readonly<Record<number, number>>;

export function facesOf(faces: Faces): { face: Fen; count: number }[] {
  return [...FACES, LOOSE].map((face) => ({ face, count: faces[face] ?? 0 }));
}

interface FaceCountProps {
  faces: Faces;
  onChange: (faces: Faces) => void;
}

/** Cash counted note by note: the one way of counting it, in the drawer, the safe and the float. Enter goes to the next face. */
export function FaceCount({ faces, onChange }: FaceCountProps) {
  const { t } = useTranslation();
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Enter of its fields comes up to it
    <div className={classes.faces} role="group" aria-label={t('cashbook.byFace')} onKeyDown={toNext}>
      {FACES.map((face, index) => (
        <Row
          key={face}
          label={t('cashbook.face', { face: face >= 100 ? face / 100 : (face / 100).toFixed(1) })}
          sum={face * (faces[face] ?? 0)}
        >
          <NumberInput
            size="xs"
            aria-label={t('cashbook.countOf', { face: face / 100 })}
            value={faces[face] ?? ''}
            min={0}
            max={100_000}
            allowDecimal={false}
            allowNegative={false}
            hideControls
            onChange={(value) => onChange({ ...faces, [face]: typeof value === 'number' ? value : Number(value) || 0 })}
            {...(index === 0 ? { 'data-autofocus': true, autoFocus: true } : {})}
          />
        </Row>
      ))}
      <Row label={t('cashbook.loose')} sum={faces[LOOSE] ?? 0}>
        <MoneyInput
          label={t('cashbook.loose')}
          hideLabel
          value={faces[LOOSE] ?? null}
          max={100_000}
          onChange={(value) => onChange({ ...faces, [LOOSE]: value ?? 0 })}
        />
      </Row>
      <span className={`${classes.face} ${classes.sum}`}>{t('common.total')}</span>
      <span className={classes.sum} />
      <span className={`${classes.right} ${classes.sum}`}>
        <Money fen={countedOf(facesOf(faces))} strong />
      </span>
    </div>
  );
}

function Row({ label, sum, children }: { label: string; sum: Fen; children: React.ReactNode }) {
  return (
    <>
      <span className={classes.face}>{label}</span>
      {children}
      <span className={classes.right}>{sum === 0 ? '' : <Money fen={sum} />}</span>
    </>
  );
}

function toNext(event: KeyboardEvent<HTMLDivElement>): void {
  if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return;
  const inputs = [...event.currentTarget.querySelectorAll('input')];
  const next = inputs[inputs.findIndex((input) => input === event.target) + 1];
  if (!next) return;
  event.preventDefault();
  next.focus();
  next.select();
}
