import { useTranslation } from '#renderer/ui/i18n.ts';
import { useLive } from '#renderer/book/use-live.ts';
import { VerdictCard } from '#renderer/desk/verdicts/VerdictCard.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { verdict } from '#shared/modules/verdict/module.ts';

/** Shown at once; the rest follow as these are decided. */
const MOST = 50;

/** Papers the centre sent back, then those that want a decision. */
export function VerdictsSection() {
  return (
    <>
      <Verdicts status="returned" />
      <Verdicts status="open" />
    </>
  );
}

function Verdicts({ status }: { status: 'returned' | 'open' }) {
  const { t } = useTranslation();
  const found = useLive((read) => read.all({ kind: verdict.kind, status }, MOST), [status]);
  if (found.state !== 'ready' || found.value.rows.length === 0) return null;
  const { rows, complete } = found.value;
  return (
    <Section
      title={`${t(`sync.verdicts.${status}`)} ${rows.length}${complete ? '' : '+'}`}
      hint={t(status === 'returned' ? 'sync.verdicts.returnedHint' : 'sync.verdicts.hint')}
      flush
    >
      {rows.map((record) => (
        <VerdictCard key={record.id} record={record} />
      ))}
    </Section>
  );
}
