import type { ReactNode, Ref } from 'react';
import type { Fen } from '#shared/core/money.ts';
import { amountInEnglish } from '#shared/core/words-en.ts';
import { amountInChinese } from '#shared/core/words-zh.ts';
import classes from './EntryForm.module.css';
import { useTranslation } from './i18n.ts';
import { Money } from './Money.tsx';

interface EntryFormProps {
  /** The kept draft is not there yet. */
  busy?: boolean;
  /** Beside the fields: what is wrong, what is given away, what it rests on. */
  rail: ReactNode;
  /** Below it, always in view: what it comes to, and the commit. */
  foot: ReactNode;
  children: ReactNode;
}

/** A form that fills the page: fields on the left, what they come to on the right. */
export function EntryForm({ busy = false, rail, foot, children }: EntryFormProps) {
  return (
    <div className={classes.form} aria-busy={busy}>
      <div className={classes.main}>{children}</div>
      <aside className={classes.rail}>
        <div className={classes.body}>{rail}</div>
        <div className={classes.foot}>{foot}</div>
      </aside>
    </div>
  );
}

interface RailPanelProps {
  title?: string;
  /** Right of the title: a status, a key. */
  end?: ReactNode;
  tone?: 'warn' | 'bad' | undefined;
  role?: 'alert';
  ref?: Ref<HTMLElement>;
  children: ReactNode;
}

/** One thing to know in the rail. */
export function RailPanel({ title, end, tone, role, ref, children }: RailPanelProps) {
  return (
    <section ref={ref} className={classes.panel} data-tone={tone} role={role} aria-label={title}>
      {title !== undefined && (
        <h2 className={classes.title}>
          {title} {end}
        </h2>
      )}
      {children}
    </section>
  );
}

export interface RailRow {
  label: string;
  value: ReactNode;
  tone?: 'warn' | 'bad' | undefined;
}

/** Labels and figures, one below the other. */
export function RailRows({ rows }: { rows: readonly RailRow[] }) {
  return (
    <dl className={classes.rows}>
      {rows.map(({ label, value, tone }) => (
        <div key={label} data-tone={tone}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** What the paper comes to, as it will be printed: figures, and the amount in words (大写). */
export function RailTotal({ label, fen, testId }: { label: string; fen: Fen; testId?: string }) {
  const { i18n } = useTranslation();
  const words = i18n.language === 'zh-CN' ? amountInChinese(fen) : amountInEnglish(fen);
  return (
    <>
      <p className={classes.total}>
        <span>{label}</span>
        <span className={classes.figure} data-testid={testId}>
          <Money fen={fen} symbol />
        </span>
      </p>
      <p className={classes.words}>{fen > 0 ? words : ''}</p>
    </>
  );
}
