import { TextInput } from '@mantine/core';
import { IconBarrierBlock, IconSearch, IconX } from '@tabler/icons-react';
import { useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { useLive } from '#renderer/book/use-live.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { useAddressFilters } from '#renderer/desk/use-address.ts';
import { Empty } from '#renderer/ui/Empty.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import { useShortcut } from '#renderer/ui/shortcuts.ts';
import { StateView } from '#renderer/ui/StateView.tsx';
import type { DocumentRecord } from '#shared/documents/record.ts';
import type { Gatepass } from '#shared/modules/gatepass/module.ts';
import { scannedText } from '../home/find-product.ts';
import { useTypedAnywhere } from '../home/use-typed-anywhere.ts';
import classes from './GatePage.module.css';
import { gateSearch } from './gate-search.ts';
import { GateRegister } from './GateRegister.tsx';
import { matchesPlate } from './match-plate.ts';
import { PassCard } from './PassCard.tsx';
import { PassPanel } from './PassPanel.tsx';
import { readWaiting } from './read-gate.ts';

/** The guard's screen: who waits, what is on the vehicle, out or stopped. Everything can be done with one thumb. */
export function GatePage() {
  const { t } = useTranslation();
  const { holds, book } = useDesk();
  const [{ pass: chosen }, change] = useAddressFilters(gateSearch);
  const waiting = useLive(readWaiting, ['gate-waiting']);
  const [text, setText] = useState('');
  const input = useRef<HTMLInputElement>(null);
  useTypedAnywhere(input);
  useShortcut('F2', () => input.current?.select());
  const leave = () => {
    change({ pass: '' });
    input.current?.focus();
  };
  useShortcut('Escape', leave);

  const fitting = (passes: readonly DocumentRecord<Gatepass>[]) =>
    passes.filter((pass) => matchesPlate(pass.body.vehicle, text) || pass.no === scannedText(text));
  const choose = (id: string) => {
    setText('');
    change({ pass: id });
  };
  /** A scanned pass number, or enough of a plate to leave one vehicle. Looks into the book itself: a gun does not wait for the list. */
  const enter = async () => {
    const left = fitting(await readWaiting(book));
    if (left.length === 1 && left[0]) choose(left[0].id);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !event.nativeEvent.isComposing && text.trim() !== '') void enter();
  };
  return (
    <Page title={t('warehouse.gate.title')} subtitle={holds('guard') ? undefined : t('warehouse.gate.readOnly')} layout="flush">
      <div className={classes.columns}>
        <div className={classes.left}>
          <TextInput
            ref={input}
            className={classes.search ?? ''}
            aria-label={t('warehouse.gate.search')}
            placeholder={t('warehouse.gate.searchHint')}
            leftSection={<IconSearch size={22} stroke={1.6} aria-hidden="true" />}
            rightSection={
              text !== '' && (
                <button type="button" className={classes.clear} aria-label={t('warehouse.gate.clearSearch')} onClick={() => setText('')}>
                  <IconX size={22} aria-hidden="true" />
                </button>
              )
            }
            rightSectionWidth={52}
            leftSectionWidth={48}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            onKeyDown={onKeyDown}
          />
          <StateView
            of={waiting}
            empty={
              <Empty
                title={t('warehouse.gate.none')}
                hint={t('warehouse.gate.noneHint')}
                icon={<IconBarrierBlock size={30} stroke={1.4} />}
              />
            }
          >
            {(passes) =>
              fitting(passes).length === 0 ? (
                <Empty title={t('warehouse.gate.noneFits', { text })} hint={t('warehouse.gate.noneFitsHint')} />
              ) : (
                <ul className={classes.cards} aria-label={t('warehouse.gate.waiting')}>
                  {fitting(passes).map((pass) => (
                    <li key={pass.id}>
                      <PassCard pass={pass} chosen={pass.id === chosen} onChoose={() => choose(pass.id)} />
                    </li>
                  ))}
                </ul>
              )
            }
          </StateView>
          <GateRegister />
        </div>
        <div className={classes.right} data-empty={chosen === ''}>
          {chosen === '' ? (
            <Empty title={t('warehouse.gate.choose')} hint={t('warehouse.gate.chooseHint')} />
          ) : (
            <PassPanel key={chosen} id={chosen} onDone={leave} />
          )}
        </div>
      </div>
    </Page>
  );
}
