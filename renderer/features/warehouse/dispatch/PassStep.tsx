import { NumberInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { issueGatepass } from '#shared/modules/gatepass/rules.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { useAct } from '#renderer/desk/use-act.ts';
import { ActionButton } from '#renderer/ui/ActionButton.tsx';
import { FormGrid, WideRow } from '#renderer/ui/FormGrid.tsx';
import { notify } from '#renderer/ui/notify.tsx';
import { RefusalView } from '#renderer/ui/RefusalView.tsx';
import { describeGoods } from './describe-goods.ts';
import { NextPanel } from './NextPanel.tsx';
import type { StepProps } from './step-props.ts';

/** 出门证: without one no vehicle leaves (DSP-03). A stopped pass is followed by a new one. */
export function PassStep({ found: { note, passes } }: StepProps) {
  const { t } = useTranslation();
  const { holds, print } = useDesk();
  const { act, refusal } = useAct();
  const stopped = passes.find((pass) => pass.status === 'stopped');
  const before = stopped?.body;
  const [vehicle, setVehicle] = useState(before?.vehicle ?? note.body.vehicle);
  const [driver, setDriver] = useState(before?.driver ?? note.body.driver);
  const [packages, setPackages] = useState<number | string>(before?.packages ?? '');
  const [goods, setGoods] = useState(before?.goods ?? describeGoods(note.body.lines, t('common.listSeparator')));
  if (!holds('warehouse', 'salesperson', 'manager'))
    return <NextPanel tone="neutral" title={t('warehouse.next.passWait')} text={t('warehouse.next.passWaitText')} />;

  const count = typeof packages === 'number' ? packages : 0;
  const blocked = vehicle.trim() === '' ? t('warehouse.next.vehicleMissing') : count < 1 ? t('warehouse.next.packagesMissing') : undefined;
  const issue = async () => {
    const saved = await act(
      issueGatepass(note.id, { vehicle: vehicle.trim(), driver: driver.trim(), packages: count, goods: goods.trim() }),
    );
    const pass = saved?.records.find((record) => record.kind === 'gatepass');
    if (!pass) return;
    notify.done(t('warehouse.next.passDone', { no: pass.no }));
    print(pass, 'gate-pass');
  };
  const reason = stopped?.events.findLast((event) => event.type === 'stopped')?.data.reason;
  return (
    <NextPanel
      tone={stopped ? 'bad' : 'info'}
      title={stopped ? t('warehouse.next.stopped', { reason: typeof reason === 'string' ? reason : '' }) : t('warehouse.next.pass')}
      text={stopped ? t('warehouse.next.stoppedText') : t('warehouse.next.passText')}
      actions={
        <ActionButton shortcut="mod+Enter" onAct={issue} blocked={blocked}>
          {t('warehouse.next.passDo')}
        </ActionButton>
      }
    >
      <FormGrid columns={3}>
        <NumberInput
          label={t('warehouse.next.packages')}
          value={packages}
          onChange={setPackages}
          min={1}
          max={9999}
          allowDecimal={false}
          required
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the rest is known; the packages are what the clerk has to count
          autoFocus
        />
        <TextInput
          label={t('warehouse.dispatch.vehicle')}
          value={vehicle}
          maxLength={20}
          onChange={(event) => setVehicle(event.currentTarget.value)}
          required
        />
        <TextInput
          label={t('warehouse.dispatch.driver')}
          value={driver}
          maxLength={40}
          onChange={(event) => setDriver(event.currentTarget.value)}
        />
        <WideRow>
          <TextInput
            label={t('warehouse.next.goods')}
            value={goods}
            maxLength={300}
            onChange={(event) => setGoods(event.currentTarget.value)}
          />
        </WideRow>
      </FormGrid>
      {refusal && <RefusalView refusal={refusal} />}
    </NextPanel>
  );
}
