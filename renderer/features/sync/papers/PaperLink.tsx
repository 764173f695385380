import { pathOf } from '#renderer/desk/paths.ts';
import { useWords } from '#renderer/desk/words.ts';
import classes from './papers.module.css';

/** Kind and number of a paper, leading to it. */
export function PaperLink({ paper }: { paper: { id: string; kind: string; no: string; title: string } }) {
  const words = useWords();
  return (
    <a href={`#${pathOf(paper)}`} className={classes.link}>
      {[words.kind(paper.kind), paper.no].filter(Boolean).join(' ')}
    </a>
  );
}
