import { Button } from '@mantine/core';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { useGo } from '#renderer/desk/use-address.ts';
import { BookStep } from './BookStep.tsx';
import { CollectStep } from './CollectStep.tsx';
import { IssueStep } from './IssueStep.tsx';
import { NextPanel } from './NextPanel.tsx';
import { nextStep } from './next-step.ts';
import { PassStep } from './PassStep.tsx';
import { ReleaseStep } from './ReleaseStep.tsx';
import { SignStep } from './SignStep.tsx';
import type { StepProps } from './step-props.ts';

/** What comes next for this note, with the form to do it for whoever may. */
export function NextAction({ found }: StepProps) {
  switch (nextStep(found)) {
    case 'release':
      return <ReleaseStep found={found} />;
    case 'issue':
      return <IssueStep found={found} />;
    case 'collect':
      return <CollectStep found={found} />;
    case 'pass':
      return <PassStep found={found} />;
    case 'gate':
      return <GateStep found={found} />;
    case 'sign':
      return <SignStep found={found} />;
    case 'book':
      return <BookStep found={found} />;
    default:
      return <EndStep found={found} />;
  }
}

function GateStep({ found: { passes } }: StepProps) {
  const { t } = useTranslation();
  const { holds } = useDesk();
  const go = useGo();
  const pass = passes.find(({ status }) => status === 'issued');
  return (
    <NextPanel
      tone={holds('guard') ? 'info' : 'neutral'}
      title={t('warehouse.next.gate')}
      text={t('warehouse.next.gateText', { no: pass?.no ?? '', vehicle: pass?.body.vehicle ?? '' })}
      actions={holds('guard') && <Button onClick={() => go('/gate', { pass: pass?.id ?? '' })}>{t('warehouse.next.gateDo')}</Button>}
    />
  );
}

function EndStep({ found: { note } }: StepProps) {
  const { t } = useTranslation();
  const { holds } = useDesk();
  const go = useGo();
  if (note.status === 'booked') return <NextPanel tone="good" title={t('warehouse.next.done')} text={t('warehouse.next.doneText')} />;
  const reason = note.events.findLast((event) => event.type === note.status)?.data.reason;
  return (
    <NextPanel
      tone="bad"
      title={note.status === 'cancelled' ? t('warehouse.next.cancelled') : t('warehouse.next.returned')}
      text={typeof reason === 'string' && reason !== '' ? reason : t('warehouse.next.returnedText')}
      actions={
        holds('salesperson', 'warehouse', 'manager') && (
          <Button variant="default" onClick={() => go('/dispatches/new', { order: note.body.order })}>
            {t('warehouse.next.rewrite')}
          </Button>
        )
      }
    />
  );
}
