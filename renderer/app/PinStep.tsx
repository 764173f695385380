import { Button } from '@mantine/core';
import { useTranslation } from '#renderer/ui/i18n.ts';
import type { DocumentRecord } from '#shared/documents/record.ts';
import type { Host } from '#shared/host/contract.ts';
import type { Staff } from '#shared/modules/staff/module.ts';
import { PinPad } from '../ui/PinPad.tsx';
import classes from './SignIn.module.css';

export interface PinStepProps {
  host: Host;
  person: DocumentRecord<Staff>;
  /** A line under the name, '' for none. */
  note: string;
  onRight: () => void;
  onOther: () => void;
}

/** The PIN of one person. The host checks it and slows down guessing. */
export function PinStep({ host, person, note, onRight, onOther }: PinStepProps) {
  const { t } = useTranslation();
  const label = t('shell.signIn.pinOf', { name: person.body.name });

  const check = async (pin: string) => {
    const answer = await host.call('pin.verify', { staff: person.id, hash: person.body.pinHash, pin });
    if (answer.right) onRight();
    return answer;
  };

  return (
    <section className={classes.pin}>
      <span className={classes.bigInitial} aria-hidden="true">
        {person.body.name.slice(0, 1)}
      </span>
      <h1>{person.body.name}</h1>
      {note !== '' && <p className={classes.posts}>{note}</p>}
      <PinPad label={label} onPin={check} />
      <Button variant="subtle" color="gray" onClick={onOther}>
        {t('shell.signIn.other')}
      </Button>
    </section>
  );
}
