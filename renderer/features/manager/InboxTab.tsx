import { Checkbox } from '@mantine/core';
import { useState, type ComponentType } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { useWords } from '#renderer/desk/words.ts';
import { Empty } from '#renderer/ui/Empty.tsx';
import type { Loadable } from '#renderer/ui/loadable.ts';
import { Section } from '#renderer/ui/Section.tsx';
import { StateView } from '#renderer/ui/StateView.tsx';
import type { Waiting } from '#shared/modules/inbox.ts';
import { BulkActions } from './BulkActions.tsx';
import { ChainRow } from './ChainRow.tsx';
import { OpenRow } from './OpenRow.tsx';
import { ReleaseRow } from './ReleaseRow.tsx';
import { ReturnRow } from './ReturnRow.tsx';
import { ReviewRow } from './ReviewRow.tsx';
import type { Inbox } from './use-inbox.ts';
import classes from './WaitingRow.module.css';

/** Kinds decided right here, each in its own way; the rest of the single signatures are given on the paper's page. */
const rows: Readonly<Record<string, ComponentType<{ item: Waiting }>>> = { order: ReviewRow, dispatch: ReleaseRow, return: ReturnRow };
const titles = { order: 'manager.approvals.review', dispatch: 'manager.approvals.release', return: 'manager.approvals.returns' } as const;

/** Everything that waits for the person signed in, over all kinds, the longest waiting first. */
export function InboxTab({ waiting }: { waiting: Loadable<Inbox> }) {
  const { t } = useTranslation();
  return (
    <StateView
      of={waiting}
      isEmpty={({ items }) => items.length === 0}
      empty={<Empty title={t('policy.inbox.none')} hint={t('policy.inbox.noneHint')} />}
    >
      {({ items, complete }) => (
        <>
          {!complete && <p className={classes.dim}>{t('policy.inbox.incomplete')}</p>}
          <Kinds items={items} />
        </>
      )}
    </StateView>
  );
}

function Kinds({ items }: { items: readonly Waiting[] }) {
  const { t } = useTranslation();
  const words = useWords();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const kinds = [...new Set(items.map(({ record }) => record.kind))];
  const together = items.filter(mayGoTogether);
  const chosenItems = together.filter(({ record }) => chosen.has(record.id));
  const choose = (id: string, on: boolean) => setChosen(new Set(on ? [...chosen, id] : [...chosen].filter((other) => other !== id)));

  return (
    <>
      {together.length > 1 && (
        <div className={classes.bulk}>
          <Checkbox
            label={chosenItems.length === 0 ? t('policy.inbox.chooseAll') : t('policy.inbox.chosen', { count: chosenItems.length })}
            checked={chosenItems.length === together.length}
            indeterminate={chosenItems.length > 0 && chosenItems.length < together.length}
            onChange={(event) => setChosen(new Set(event.currentTarget.checked ? together.map(({ record }) => record.id) : []))}
          />
          <BulkActions items={chosenItems} onDone={() => setChosen(new Set())} />
        </div>
      )}
      {kinds.map((kind) => {
        const some = items.filter(({ record }) => record.kind === kind);
        const title = kind in titles ? t(titles[kind as keyof typeof titles]) : words.kind(kind);
        const late = some.filter(({ isLate }) => isLate).length;
        const Row = rows[kind];
        return (
          <Section key={kind} title={`${title} ${some.length}`} hint={late > 0 ? t('policy.inbox.late', { count: late }) : undefined} flush>
            {some.map((item) => {
              const { id } = item.record;
              if (Row) return <Row key={id} item={item} />;
              if (!item.approval) return <OpenRow key={id} item={item} />;
              const choice = together.length > 1 && mayGoTogether(item);
              return <ChainRow key={id} item={item} {...(choice ? { chosen: chosen.has(id), onChoose: (on) => choose(id, on) } : {})} />;
            })}
          </Section>
        );
      })}
    </>
  );
}

/** Signed along a chain, and nothing has to be looked up first. */
function mayGoTogether({ approval, gates }: Waiting): boolean {
  return approval !== null && gates.length === 0;
}
