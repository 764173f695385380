import { useState } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { useChainWords } from '#renderer/desk/approvals/chain-words.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { pathOf } from '#renderer/desk/paths.ts';
import { ActionButton } from '#renderer/ui/ActionButton.tsx';
import { dynamicWords } from '#renderer/ui/dynamic-words.ts';
import { Section } from '#renderer/ui/Section.tsx';
import { addDays } from '#shared/core/calendar.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import { previewPolicy, type GateEffect, type Preview as Found, type Rules } from '#shared/modules/policy/preview.ts';
import classes from './policy.module.css';

const DAYS = 90;
const SHOWN = 50;

interface PreviewProps {
  before: Rules;
  after: Rules;
}

/** What the change would have done to the papers of the last 90 days (PLT-01). Asked for: it reads them all. */
export function Preview({ before, after }: PreviewProps) {
  const { t } = useTranslation();
  const { book, today } = useDesk();
  const chainWords = useChainWords();
  const [found, setFound] = useState<{ of: string; value: Found } | null>(null);
  const key = JSON.stringify([before, after]);
  const value = found?.of === key ? found.value : null;
  const look = async () =>
    setFound({ of: key, value: await previewPolicy(book, before, after, { from: addDays(today, -DAYS), to: today }) });

  return (
    <Section
      title={t('policy.preview.title', { days: DAYS })}
      hint={t('policy.preview.hint')}
      actions={
        <ActionButton size="xs" variant="default" onAct={look}>
          {t(found === null ? 'policy.preview.run' : 'policy.preview.again')}
        </ActionButton>
      }
    >
      {value && (
        <div role="status" ref={bringIntoView}>
          <p className={classes.hint}>
            {t('policy.preview.papers', { count: value.papers })}
            {value.complete ? '' : ` · ${t('policy.preview.partial')}`}
          </p>
          {value.blocks.length + value.frees.length + value.chains.length === 0 && <p>{t('policy.preview.same')}</p>}
          <Effects title={t('policy.preview.blocks')} effects={value.blocks} />
          <Effects title={t('policy.preview.frees')} effects={value.frees} />
          {value.chains.length > 0 && (
            <>
              <h3 className={classes.effectsTitle}>{`${t('policy.preview.chains')} ${value.chains.length}`}</h3>
              <ul className={classes.effects}>
                {value.chains.slice(0, SHOWN).map((effect) => (
                  <li key={effect.record.id}>
                    <Paper record={effect.record} /> {chainWords.chain(effect.was)} ⇒ {chainWords.chain(effect.would)}
                  </li>
                ))}
              </ul>
            </>
          )}
        </div>
      )}
    </Section>
  );
}

/** The differences above may be many: the answer comes to whoever asked. */
function bringIntoView(answer: HTMLElement | null): void {
  answer?.scrollIntoView?.({ block: 'nearest' });
}

function Effects({ title, effects }: { title: string; effects: readonly GateEffect[] }) {
  if (effects.length === 0) return null;
  return (
    <>
      <h3 className={classes.effectsTitle}>{`${title} ${effects.length}`}</h3>
      <ul className={classes.effects}>
        {effects.slice(0, SHOWN).map(({ record, gate, step }) => (
          <li key={`${record.id} ${gate} ${step}`}>
            <Paper record={record} /> {gate} {dynamicWords(`gates.${gate}.title`) ?? ''}
          </li>
        ))}
        {effects.length > SHOWN && <li>{`+${effects.length - SHOWN}`}</li>}
      </ul>
    </>
  );
}

function Paper({ record }: { record: AnyRecord }) {
  return (
    <>
      <a href={`#${pathOf(record)}`}>{record.no || record.title}</a> {record.title}
    </>
  );
}
