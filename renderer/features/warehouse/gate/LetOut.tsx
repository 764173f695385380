import { Button, CloseButton, TextInput } from '@mantine/core';
import { IconCheck, IconHandStop } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { mayAct } from '#shared/documents/act.ts';
import { dispatch } from '#shared/modules/dispatch/module.ts';
import { gatepass } from '#shared/modules/gatepass/module.ts';
import { passGate } from '#shared/modules/gatepass/rules.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { useAct } from '#renderer/desk/use-act.ts';
import { notify } from '#renderer/ui/notify.tsx';
import { RefusalView } from '#renderer/ui/RefusalView.tsx';
import { useShortcut } from '#renderer/ui/shortcuts.ts';
import { isSameVehicle } from './match-plate.ts';
import classes from './PassPanel.module.css';
import type { GateCase } from './read-gate.ts';
import { StopVehicle } from './StopVehicle.tsx';
import { parseTime, useClock } from './use-clock.ts';

export interface LetOutProps {
  found: GateCase;
  onDone: () => void;
}

/** The vehicle as seen, the time, and out (G-31) or stopped. The plate is never assumed: one tap says that it is the one on the pass. */
export function LetOut({ found: { pass, note }, onDone }: LetOutProps) {
  const { t } = useTranslation();
  const { actor, settings } = useDesk();
  const { act, refusal, pending, clear } = useAct();
  const clock = useClock(settings.offsetMinutes);
  const [seen, setSeen] = useState('');
  /** null: the present minute. */
  const [typed, setTyped] = useState<string | null>(null);
  const [stopping, setStopping] = useState(false);
  const { vehicle } = pass.body;
  const time = typed === null ? clock : parseTime(typed);
  const isSame = seen.trim() !== '' && isSameVehicle(vehicle, seen);
  const differs = seen.trim() !== '' && !isSame;
  const isOwn = !mayAct(gatepass, pass, 'registered', actor).ok || (note !== null && !mayAct(dispatch, note, 'passed', actor).ok);

  const register = async () => {
    if (!isSame || time === null || pending) return;
    if (await act(passGate(pass.id, { time, vehicle: seen.trim() }))) {
      notify.done(t('warehouse.gate.done', { vehicle, time }));
      onDone();
    }
  };
  useShortcut('mod+Enter', () => void register(), t('warehouse.gate.register'));

  if (stopping) return <StopVehicle pass={pass} onBack={() => setStopping(false)} onDone={onDone} />;
  return (
    <div className={classes.foot}>
      <div className={classes.seen}>
        <TextInput
          label={t('warehouse.gate.seen')}
          value={seen}
          maxLength={20}
          rightSection={seen !== '' && <CloseButton size="lg" aria-label={t('warehouse.gate.clearSearch')} onClick={() => setSeen('')} />}
          rightSectionWidth={48}
          onChange={(event) => {
            clear();
            setSeen(event.currentTarget.value);
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.nativeEvent.isComposing) void register();
          }}
        />
        <TextInput
          label={t('warehouse.gate.time')}
          value={typed ?? clock}
          inputMode="numeric"
          error={time === null ? t('warehouse.gate.timeWrong') : undefined}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onBlur={() => {
            if (typed !== null && (time !== null || typed.trim() === '')) setTyped(typed.trim() === '' ? null : time);
          }}
        />
      </div>
      <div className={classes.state} role="status">
        {isSame && <span className={classes.same}>{t('warehouse.gate.same')}</span>}
        {differs && <span className={classes.differs}>{t('warehouse.gate.differs', { plate: vehicle })}</span>}
        {isOwn && <span className={classes.differs}>{t('warehouse.gate.ownPass')}</span>}
      </div>
      {refusal && <RefusalView refusal={refusal} />}
      {seen === '' ? (
        <div className={classes.buttons}>
          <Button className={classes.big ?? ''} variant="light" color="red" onClick={() => setStopping(true)}>
            {t('warehouse.gate.stop')}
          </Button>
          <Button className={classes.big ?? ''} variant="light" disabled={isOwn} onClick={() => setSeen(vehicle)}>
            {t('warehouse.gate.isThisOne', { plate: vehicle })}
          </Button>
        </div>
      ) : (
        <div className={classes.buttons}>
          <Button
            className={classes.big ?? ''}
            variant={differs ? 'filled' : 'light'}
            color={differs ? 'red.9' : 'red'}
            leftSection={<IconHandStop size={22} aria-hidden="true" />}
            onClick={() => setStopping(true)}
          >
            {t('warehouse.gate.stop')}
          </Button>
          <Button
            className={`${classes.big} ${classes.out}`}
            leftSection={<IconCheck size={24} aria-hidden="true" />}
            loading={pending}
            disabled={!isSame || time === null || isOwn}
            onClick={() => void register()}
          >
            {t('warehouse.gate.register')}
          </Button>
        </div>
      )}
    </div>
  );
}
