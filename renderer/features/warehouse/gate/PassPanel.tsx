import { CloseButton } from '@mantine/core';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { untyped } from '#shared/documents/act.ts';
import { useLive } from '#renderer/book/use-live.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { useStaff } from '#renderer/desk/use-staff.ts';
import { useWords } from '#renderer/desk/words.ts';
import { Empty } from '#renderer/ui/Empty.tsx';
import { Facts } from '#renderer/ui/Facts.tsx';
import { Quantity } from '#renderer/ui/Quantity.tsx';
import { StateView } from '#renderer/ui/StateView.tsx';
import { StatusBadge } from '#renderer/ui/StatusBadge.tsx';
import { gatepass } from '#shared/modules/gatepass/module.ts';
import { PrintIcon } from '../PrintIcon.tsx';
import { LetOut } from './LetOut.tsx';
import classes from './PassPanel.module.css';
import { readGateCase, type GateCase } from './read-gate.ts';

export interface PassPanelProps {
  id: string;
  onDone: () => void;
}

/** One gate pass with the load it is for; the buttons stand at the bottom, where the thumb is. */
export function PassPanel({ id, onDone }: PassPanelProps) {
  const { t } = useTranslation();
  const found = useLive((read) => readGateCase(read, id), ['gate', id]);
  return (
    <StateView of={found} isEmpty={(value) => value === null} empty={<Empty title={t('warehouse.gate.missing')} />}>
      {(value) => value && <Shown found={value} onDone={onDone} />}
    </StateView>
  );
}

function Shown({ found, onDone }: { found: GateCase; onDone: () => void }) {
  const { t } = useTranslation();
  const { holds } = useDesk();
  const { nameOf } = useStaff();
  const words = useWords();
  const { pass, note } = found;
  const { body } = pass;
  return (
    <section className={classes.panel} aria-label={`${t('warehouse.gate.pass')} ${pass.no}`}>
      <div className={classes.facts}>
        <div className={classes.head}>
          <div>
            <div className={classes.plate}>{body.vehicle}</div>
            <div className={classes.who}>{body.consignee}</div>
          </div>
          <div className={classes.tools}>
            <PrintIcon record={untyped(pass)} paper="gate-pass" />
            <CloseButton size="xl" aria-label={t('common.close')} onClick={onDone} />
          </div>
        </div>
        <Facts
          columns={1}
          facts={[
            { label: t('warehouse.gate.packagesLabel'), value: t('warehouse.gate.packages', { count: body.packages }) },
            { label: t('warehouse.gate.driver'), value: body.driver },
            { label: t('warehouse.gate.pass'), value: pass.no },
            { label: t('warehouse.gate.dispatchNo'), value: body.dispatchNo },
            { label: t('warehouse.gate.by'), value: nameOf(pass.events[0]?.by ?? '') },
          ]}
        />
        <h3 className={classes.loadTitle}>{t('warehouse.gate.load')}</h3>
        {note ? (
          <ul className={classes.load}>
            {note.body.lines.map((line) => (
              <li key={line.line}>
                <span>{[line.name, line.spec].filter(Boolean).join(' ')}</span>
                <Quantity milli={line.quantity} unit={line.unit} strong />
              </li>
            ))}
          </ul>
        ) : (
          <p>{body.goods || t('warehouse.gate.loadMissing')}</p>
        )}
      </div>
      {pass.status === 'issued' && holds('guard') && <LetOut found={found} onDone={onDone} />}
      {pass.status !== 'issued' && (
        <div className={classes.foot}>
          <StatusBadge tone={gatepass.tones[pass.status] ?? 'neutral'} label={words.status(pass)} />
        </div>
      )}
    </section>
  );
}
