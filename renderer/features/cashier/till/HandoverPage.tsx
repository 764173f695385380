import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { useLive } from '#renderer/book/use-live.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { pathOf } from '#renderer/desk/paths.ts';
import { useAct } from '#renderer/desk/use-act.ts';
import { useGo } from '#renderer/desk/use-address.ts';
import { useList } from '#renderer/desk/use-list.ts';
import { ActionButton } from '#renderer/ui/ActionButton.tsx';
import { Empty } from '#renderer/ui/Empty.tsx';
import { notify } from '#renderer/ui/notify.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import { RefusalView } from '#renderer/ui/RefusalView.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { StateView } from '#renderer/ui/StateView.tsx';
import type { Fen } from '#shared/core/money.ts';
import { handover } from '#shared/modules/handover/module.ts';
import { bundlesOf, offerHandover, type Bundle } from '#shared/modules/handover/rules.ts';
import { HandoverList } from '../finance/HandoverList.tsx';
import { CountTable } from './CountTable.tsx';
import classes from './till.module.css';

/** The end of the day: count by method, say why it differs, offer it to finance (PAY-02, G-38). */
export function HandoverPage() {
  const { t } = useTranslation();
  const { actor } = useDesk();
  const found = useLive((read) => bundlesOf(read, actor.id), ['bundles', actor.id]);
  const mine = useList({ kind: handover.kind }, (row) => row.owner === actor.id, actor.id);
  return (
    <StateView of={found} isEmpty={() => false}>
      {(bundles) => (
        <HandoverForm key={bundles.map(({ day, method }) => day + method).join()} bundles={bundles}>
          <Section title={t('cashier.handover.mine')} flush>
            <HandoverList list={mine} />
          </Section>
        </HandoverForm>
      )}
    </StateView>
  );
}

function HandoverForm({ bundles, children }: { bundles: readonly Bundle[]; children: React.ReactNode }) {
  const { t } = useTranslation();
  const { print } = useDesk();
  const go = useGo();
  const acting = useAct();
  const [counted, setCounted] = useState<Readonly<Record<string, Fen | null>>>({});
  const [note, setNote] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const missing = bundles.find(({ day, method }) => (counted[day + method] ?? null) === null);
  const differs = bundles.some(({ day, method, booked }) => (counted[day + method] ?? booked) !== booked);
  const blocked =
    bundles.length === 0
      ? t('cashier.handover.nothing')
      : (problem ??
        (missing ? t('cashier.handover.countMissing') : differs && note.trim() === '' ? t('cashier.handover.noteMissing') : undefined));

  async function offer(): Promise<void> {
    const parts = bundles.map(({ day, method }) => ({ day, method, counted: counted[day + method] ?? 0 }));
    const saved = await acting.act(offerHandover({ counted: parts, note }));
    const slip = saved?.records.find((made) => made.id === saved.answer.handover);
    if (!slip) return;
    notify.done(t('cashier.handover.done', { no: slip.no }));
    go(pathOf(slip));
    print(slip);
  }

  return (
    <Page
      title={t('cashier.handover.title')}
      subtitle={t('cashier.handover.hint')}
      actions={
        <ActionButton shortcut="mod+Enter" onAct={offer} blocked={blocked}>
          {t('cashier.handover.commit')}
        </ActionButton>
      }
    >
      {acting.refusal && (
        <div className={classes.refusal}>
          <RefusalView refusal={acting.refusal} />
        </div>
      )}
      <Section title={t('cashier.handover.count')}>
        {bundles.length === 0 ? (
          <Empty title={t('cashier.handover.nothing')} hint={t('cashier.handover.nothingHint')} />
        ) : (
          <>
            <CountTable bundles={bundles} counted={counted} onCounted={setCounted} onProblem={setProblem} />
            <div className={classes.foot}>
              <Textarea
                label={t('cashier.handover.note')}
                description={differs ? t('cashier.handover.noteHint') : undefined}
                value={note}
                maxLength={300}
                onChange={(event) => setNote(event.currentTarget.value)}
                required={differs}
              />
            </div>
          </>
        )}
      </Section>
      {children}
    </Page>
  );
}
