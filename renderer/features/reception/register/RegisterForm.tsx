import { Popover, SegmentedControl, Select, TextInput } from '@mantine/core';
import { useId, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import type { DocumentRecord } from '#shared/documents/record.ts';
import type { Customer } from '#shared/modules/customer/module.ts';
import { visitSources } from '#shared/modules/visit/module.ts';
import { registerVisit } from '#shared/modules/visit/rules.ts';
import { useAct } from '#renderer/desk/use-act.ts';
import type { Draft } from '#renderer/desk/use-draft.ts';
import { useWords } from '#renderer/desk/words.ts';
import { ActionButton } from '#renderer/ui/ActionButton.tsx';
import { RefusalView } from '#renderer/ui/RefusalView.tsx';
import { useShortcut } from '#renderer/ui/shortcuts.ts';
import { useClockTime } from '../use-clock-time.ts';
import { KnownCard } from './KnownCard.tsx';
import { KnownList } from './KnownList.tsx';
import { blankRegister, visitOf, type RegisterDraft, type RegisterProblem } from './register-draft.ts';
import classes from './RegisterForm.module.css';
import { useKnown } from './use-known.ts';
import { visitorOf } from './visitor-of.ts';

export interface RegisterFormProps {
  draft: Draft<RegisterDraft>;
  onRegistered: (visit: string) => void;
}

/** 来店登记 in one line (RCP-01, RCP-04): a name and Enter is enough; a known customer shows while the number is typed. */
export function RegisterForm({ draft, onRegistered }: RegisterFormProps) {
  const { t } = useTranslation();
  const words = useWords();
  const now = useClockTime();
  const listId = useId();
  const name = useRef<HTMLInputElement>(null);
  const { act, refusal, pending } = useAct();
  const [problem, setProblem] = useState<RegisterProblem | null>(null);
  const [asking, setAsking] = useState(false);
  const [active, setActive] = useState(-1);
  const [said, setSaid] = useState('');
  const { value } = draft;
  const { matches, certain } = useKnown(value);
  const party = value.party || (certain?.id ?? '');
  // Whoever has a file came back, unless the host says otherwise.
  const heardOf = value.heardOf || (party === '' ? 'passing' : 'returning');
  const opened = asking && party === '' && matches.length > 0;

  const change = (changes: Partial<RegisterDraft>) => {
    setProblem(null);
    setActive(-1);
    draft.change({ ...value, ...changes });
  };
  const begin = (channel: RegisterDraft['channel']) => {
    change({ channel });
    name.current?.focus();
  };
  useShortcut('alt+n', () => begin('walk-in'), t('reception.command.register'));
  useShortcut('alt+p', () => begin('phone'), t('reception.register.phone'));

  const pick = (record: DocumentRecord<Customer>) => {
    setAsking(false);
    change({ party: record.id, name: visitorOf(record), phone: record.body.phone });
  };
  const unlink = () => {
    change({ party: '', others: [...value.others, party] });
    name.current?.focus();
  };
  const register = async () => {
    const body = visitOf({ ...value, heardOf }, now);
    if (typeof body === 'string') {
      setProblem(body);
      return;
    }
    if (pending) return;
    // Who came is the person, not the company the file is of.
    const named = body.name === '' && certain?.id === party ? { ...body, name: visitorOf(certain) } : body;
    const saved = await act(registerVisit({ body: named, party }));
    if (!saved) return;
    setSaid(t('reception.register.done', { name: named.name || t('reception.register.anonymous') }));
    await draft.discard({ ...blankRegister, channel: 'walk-in' });
    onRegistered(saved.answer.visit);
    name.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // While pinyin is being composed the keys belong to the input method.
    if (event.nativeEvent.isComposing || event.keyCode === 229 || event.defaultPrevented) return;
    if (opened && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : matches.length - 1;
      setActive((Math.max(active, event.key === 'ArrowDown' ? -1 : 0) + step) % matches.length);
    } else if (event.key === 'Escape' && opened) {
      event.stopPropagation();
      setAsking(false);
    } else if (event.key === 'Enter' && event.target instanceof HTMLInputElement && event.target.type !== 'radio') {
      event.preventDefault();
      const chosen = opened ? matches[active] : undefined;
      if (chosen) pick(chosen);
      else void register();
    }
  };

  const asks = {
    onFocus: () => setAsking(true),
    onBlur: () => setAsking(false),
    role: 'combobox',
    'aria-autocomplete': 'list',
    'aria-expanded': opened,
    'aria-controls': opened ? listId : undefined,
    'aria-activedescendant': opened && active >= 0 ? `${listId}-${active}` : undefined,
  } as const;

  return (
    <section className={classes.panel} aria-label={t('reception.register.title')}>
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- hears Enter and the arrows of the fields inside */}
      <div className={classes.line} data-channel={value.channel} onKeyDown={onKeyDown}>
        <SegmentedControl
          className={classes.channel}
          aria-label={t('reception.visits.channel')}
          value={value.channel}
          onChange={(channel) => begin(channel === 'phone' ? 'phone' : 'walk-in')}
          data={[
            { value: 'walk-in', label: t('reception.register.walkIn') },
            { value: 'phone', label: t('reception.register.phone') },
          ]}
        />
        <Popover opened={opened} position="bottom-start" offset={4} trapFocus={false} withinPortal returnFocus={false} withRoles={false}>
          <Popover.Target>
            <div className={classes.who}>
              <TextInput
                ref={name}
                // oxlint-disable-next-line jsx-a11y/no-autofocus -- a guest stands at the door: the name is what the page is for
                autoFocus
                label={t('reception.register.name')}
                placeholder={t('reception.register.namePlaceholder')}
                maxLength={60}
                value={value.name}
                onChange={(event) => change({ name: event.currentTarget.value })}
                {...asks}
              />
              <TextInput
                label={t('reception.register.phoneNumber')}
                placeholder={t('reception.register.phonePlaceholder')}
                inputMode="tel"
                maxLength={30}
                value={value.phone}
                onChange={(event) => change({ phone: event.currentTarget.value })}
                {...asks}
              />
            </div>
          </Popover.Target>
          <Popover.Dropdown p={4}>
            <KnownList id={listId} matches={matches} active={active} onActive={setActive} onPick={pick} />
          </Popover.Dropdown>
        </Popover>
        <TextInput
          label={t('reception.register.need')}
          placeholder={t('reception.register.needPlaceholder')}
          maxLength={300}
          value={value.need}
          onChange={(event) => change({ need: event.currentTarget.value })}
        />
        {value.channel === 'walk-in' && (
          <TextInput
            label={t('reception.register.people')}
            inputMode="numeric"
            value={value.people}
            error={problem === 'people' && t('reception.register.badPeople')}
            onFocus={(event) => event.currentTarget.select()}
            onChange={(event) => change({ people: event.currentTarget.value })}
          />
        )}
        <Select
          label={t('reception.register.heardOf')}
          value={heardOf}
          allowDeselect={false}
          onChange={(chosen) => change({ heardOf: visitSources.find((one) => one === chosen) ?? 'other' })}
          data={visitSources.map((one) => ({ value: one, label: words.value('heardOf', one) }))}
        />
        <TextInput
          label={t('reception.register.at')}
          value={value.arrived}
          placeholder={now}
          classNames={{ input: classes.now }}
          error={problem === 'time' && t('reception.register.badTime')}
          onChange={(event) => change({ arrived: event.currentTarget.value })}
        />
        <div className={classes.commit}>
          <ActionButton onAct={register} shortcut="mod+Enter">
            {t('reception.register.commit')}
          </ActionButton>
        </div>
      </div>
      {party !== '' && <KnownCard party={party} onUnlink={unlink} />}
      {refusal !== null && <RefusalView refusal={refusal} />}
      <p className={classes.said} role="status">
        {said}
      </p>
    </section>
  );
}
