import type { Customer } from '#shared/modules/customer/module.ts';
import { useWords } from '#renderer/desk/words.ts';
import classes from './LevelMark.module.css';

const looks: Record<Customer['level'], string | undefined> = {
  '': undefined,
  H: classes.hot,
  A: classes.warm,
  B: classes.mild,
  C: classes.cool,
  N: classes.cool,
};

/** Level of the reception card as a letter: how soon this customer will buy. */
export function LevelMark({ level }: { level: Customer['level'] }) {
  const words = useWords();
  if (level === '') return <span className={classes.none}>—</span>;
  return (
    <span className={`${classes.mark} ${looks[level]}`} title={words.value('level', level)}>
      {level}
    </span>
  );
}
