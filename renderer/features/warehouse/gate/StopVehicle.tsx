import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import type { DocumentRecord } from '#shared/documents/record.ts';
import type { Gatepass } from '#shared/modules/gatepass/module.ts';
import { stopGatepass } from '#shared/modules/gatepass/rules.ts';
import { useAct } from '#renderer/desk/use-act.ts';
import { notify } from '#renderer/ui/notify.tsx';
import { RefusalView } from '#renderer/ui/RefusalView.tsx';
import classes from './PassPanel.module.css';

export interface StopVehicleProps {
  pass: DocumentRecord<Gatepass>;
  onBack: () => void;
  onDone: () => void;
}

const reasons = ['load', 'packages', 'vehicle', 'papers'] as const;

/** Nothing leaves: why, in one tap or a few words. The warehouse sees it at once and writes a new pass. */
export function StopVehicle({ pass, onBack, onDone }: StopVehicleProps) {
  const { t } = useTranslation();
  const { act, refusal, pending } = useAct();
  const [other, setOther] = useState('');
  const { vehicle } = pass.body;
  const stop = async (reason: string) => {
    if (await act(stopGatepass(pass.id, reason))) {
      notify.done(t('warehouse.gate.stopDone', { vehicle }));
      onDone();
    }
  };
  return (
    <div className={classes.foot} role="group" aria-label={t('warehouse.gate.stopTitle', { vehicle })}>
      <strong>{t('warehouse.gate.stopTitle', { vehicle })}</strong>
      <div className={classes.reasons}>
        {reasons.map((reason) => (
          <Button
            key={reason}
            className={classes.big ?? ''}
            variant="light"
            color="red"
            disabled={pending}
            onClick={() => void stop(t(`warehouse.gate.stopReasons.${reason}`))}
          >
            {t(`warehouse.gate.stopReasons.${reason}`)}
          </Button>
        ))}
      </div>
      <TextInput
        label={t('warehouse.gate.stopOther')}
        size="md"
        value={other}
        maxLength={100}
        onChange={(event) => setOther(event.currentTarget.value)}
      />
      {refusal && <RefusalView refusal={refusal} />}
      <div className={classes.buttons}>
        <Button className={classes.big ?? ''} variant="default" onClick={onBack}>
          {t('warehouse.gate.back')}
        </Button>
        <Button
          className={classes.big ?? ''}
          color="red.9"
          loading={pending}
          disabled={other.trim() === ''}
          onClick={() => void stop(other.trim())}
        >
          {t('warehouse.gate.stopDo')}
        </Button>
      </div>
    </div>
  );
}
