import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { dayOf, timeOf } from '#shared/core/calendar.ts';
import { hlcMilliseconds } from '#shared/core/hybrid-clock.ts';
import type { DocumentEvent } from '#shared/documents/record.ts';
import { closeGatepass } from '#shared/modules/gatepass/rules.ts';
import { useLive } from '#renderer/book/use-live.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { useAct } from '#renderer/desk/use-act.ts';
import { useStaff } from '#renderer/desk/use-staff.ts';
import { DayInput } from '#renderer/ui/DayInput.tsx';
import { Empty } from '#renderer/ui/Empty.tsx';
import { StateView } from '#renderer/ui/StateView.tsx';
import { StatusBadge } from '#renderer/ui/StatusBadge.tsx';
import { RefusalDialog } from '../RefusalDialog.tsx';
import classes from './GateRegister.module.css';
import { readRegister, type RegisterLine } from './read-gate.ts';

/** 门卫登记簿: what left and what was stopped on one day, with time, vehicle and guard (DSP-03). */
export function GateRegister() {
  const { t } = useTranslation();
  const { today, settings, holds } = useDesk();
  const { nameOf } = useStaff();
  const { act, refusal, clear } = useAct();
  const [picked, setPicked] = useState('');
  const day = picked === '' ? today : picked;
  const at = (event: DocumentEvent) => hlcMilliseconds(event.id);
  const lines = useLive(
    (read) => readRegister(read, day, (event) => dayOf(at(event), settings.offsetMinutes)),
    ['gate-register', day, settings.offsetMinutes],
  );
  const time = (line: RegisterLine) => line.time || timeOf(at(line.event), settings.offsetMinutes);
  const left = lines.state === 'ready' ? lines.value.filter((line) => !line.stopped).length : 0;
  return (
    <section aria-labelledby="gate-register">
      <div className={classes.heading}>
        <h2 id="gate-register">{day === today ? t('warehouse.gate.registerToday') : t('warehouse.gate.registerOf', { day })}</h2>
        <span className={classes.count}>{t('warehouse.gate.vehicles', { count: left })}</span>
        <div className={classes.day}>
          <DayInput hideLabel label={t('warehouse.gate.day')} value={day} onChange={setPicked} today={today} latest={today} />
        </div>
      </div>
      <StateView of={lines} empty={<Empty title={t('warehouse.gate.registerEmpty')} />}>
        {(value) => (
          <table className={classes.table}>
            <thead>
              <tr>
                <th>{t('warehouse.gate.time')}</th>
                <th>{t('warehouse.dispatch.vehicle')}</th>
                <th>{t('warehouse.gate.consignee')}</th>
                <th>{t('warehouse.gate.packagesLabel')}</th>
                <th>{t('warehouse.nav.gate')}</th>
                <th>{t('warehouse.dispatch.status')}</th>
              </tr>
            </thead>
            <tbody>
              {value.map((line) => (
                <tr key={line.pass.id}>
                  <td className={classes.time}>{time(line)}</td>
                  <td className={classes.plate}>{line.vehicle || line.pass.body.vehicle}</td>
                  <td className={classes.who} title={line.pass.body.consignee}>
                    {line.pass.body.consignee}
                    <div className={classes.no}>{line.pass.no}</div>
                  </td>
                  <td>{line.pass.body.packages}</td>
                  <td className={classes.guard}>{nameOf(line.event.by)}</td>
                  <td className={classes.state}>
                    {line.stopped ? (
                      <StatusBadge tone="bad" label={`${t('warehouse.gate.stoppedMark')} · ${line.reason}`} />
                    ) : (
                      <StatusBadge
                        tone={line.pass.status === 'closed' ? 'neutral' : 'good'}
                        label={line.pass.status === 'closed' ? t('warehouse.gate.closed') : t('warehouse.gate.left')}
                      />
                    )}
                    {line.pass.status === 'registered' && holds('guard') && (
                      <Button size="xs" variant="subtle" onClick={() => void act(closeGatepass(line.pass.id))}>
                        {t('warehouse.gate.close')}
                      </Button>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </StateView>
      <RefusalDialog refusal={refusal} title={t('warehouse.gate.close')} onClose={clear} />
    </section>
  );
}
