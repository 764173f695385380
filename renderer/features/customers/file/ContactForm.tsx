import { Select, Textarea } from '@mantine/core';
import { useState, type KeyboardEvent, type RefObject } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import type { DocumentRecord } from '#shared/documents/record.ts';
import { contactChannels, type Contact } from '#shared/modules/contact/module.ts';
import { cardLevels, type Customer } from '#shared/modules/customer/module.ts';
import { recordContact } from '#shared/modules/customer/rules.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { FollowUpDay } from '#renderer/desk/FollowUpDay.tsx';
import { useAct } from '#renderer/desk/use-act.ts';
import { useWords } from '#renderer/desk/words.ts';
import { ActionButton } from '#renderer/ui/ActionButton.tsx';
import { notify } from '#renderer/ui/notify.tsx';
import { RefusalView } from '#renderer/ui/RefusalView.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { ShortcutHint } from '#renderer/ui/ShortcutHint.tsx';
import classes from './ContactForm.module.css';

const blank: Contact = { channel: 'phone', said: '', next: '' };

export interface ContactFormProps {
  record: DocumentRecord<Customer>;
  /** So that a shortcut of the page can begin here. */
  focus: RefObject<HTMLTextAreaElement | null>;
}

/** One contact in a few seconds: how, what was said, when next, and the level it led to (RCP-09). */
export function ContactForm({ record, focus }: ContactFormProps) {
  const { t } = useTranslation();
  const { today } = useDesk();
  const words = useWords();
  const { act, refusal, clear } = useAct();
  const [body, setBody] = useState<Contact>(blank);
  const [level, setLevel] = useState<Customer['level'] | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const busy = body.said !== '' || body.next !== '' || level !== null;

  const save = async () => {
    const done = await act(recordContact({ customer: record.id, body, ...(level === null ? {} : { level }) }));
    if (!done) return;
    setBody({ ...blank, channel: body.channel });
    setLevel(null);
    notify.done(t('customers.contact.saved'));
    focus.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.nativeEvent.isComposing && problem === null) {
      event.preventDefault();
      void save();
    }
  };

  return (
    <Section title={t('customers.contact.title')} actions={<ShortcutHint keys="alt+c" />}>
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- hears Ctrl+Enter of the fields inside */}
      <div className={classes.form} onKeyDown={onKeyDown}>
        <div className={classes.first}>
          <Select
            aria-label={t('customers.contact.channel')}
            w={96}
            value={body.channel}
            allowDeselect={false}
            onChange={(chosen) => setBody({ ...body, channel: contactChannels.find((one) => one === chosen) ?? 'phone' })}
            data={contactChannels.map((one) => ({ value: one, label: words.value('channel', one) }))}
          />
          <Textarea
            ref={focus}
            className={classes.said}
            aria-label={t('customers.contact.said')}
            placeholder={t('customers.contact.saidPlaceholder')}
            minRows={1}
            maxLength={500}
            value={body.said}
            onChange={(event) => {
              clear();
              setBody({ ...body, said: event.currentTarget.value });
            }}
          />
        </div>
        {busy && (
          <div className={classes.second}>
            <FollowUpDay
              label={t('customers.contact.next')}
              value={body.next}
              today={today}
              placeholder={t('customers.contact.nextPlaceholder')}
              onChange={(next) => setBody({ ...body, next })}
              onProblem={setProblem}
            />
            <Select
              label={t('customers.contact.level')}
              w={136}
              value={level ?? record.body.level}
              allowDeselect={false}
              onChange={(chosen) => setLevel(cardLevels.find((one) => one === chosen) ?? '')}
              data={cardLevels.map((one) => ({ value: one, label: words.value('level', one) || t('customers.noLevel') }))}
            />
            <div className={classes.commit}>
              <ActionButton onAct={save} blocked={problem ?? undefined}>
                {t('customers.contact.save')}
              </ActionButton>
            </div>
          </div>
        )}
        {refusal !== null && <RefusalView refusal={refusal} />}
      </div>
    </Section>
  );
}
