import type { ComponentProps } from 'react';
import { useOffer } from '../use-offer.ts';
import { useWords } from '../words.ts';
import { ActionButton } from '#renderer/ui/ActionButton.tsx';
import { askReason } from '#renderer/ui/ask.tsx';
import type { AnyModule } from '#shared/documents/module.ts';
import type { AnyRecord } from '#shared/documents/record.ts';

type Act = { onAct: () => void | Promise<unknown> } | { onReason: (reason: string) => void | Promise<unknown> };

type StepButtonProps = Act &
  Pick<ComponentProps<typeof ActionButton>, 'variant' | 'color' | 'shortcut'> & {
    module: Pick<AnyModule, 'kind' | 'lifecycle'>;
    record: Pick<AnyRecord, 'kind' | 'no' | 'status' | 'events'>;
    step: string;
  };

/** One step of a paper: there while the paper's status leads on to it, and, when this person may not take it, saying why. */
export function StepButton({ module, record, step, variant = 'default', color, shortcut, ...act }: StepButtonProps) {
  const words = useWords();
  const offer = useOffer(module, record);
  if (module.lifecycle.steps[step]?.from.includes(record.status) !== true) return null;
  const label = words.step(module.kind, step);
  const blocked = offer(step);
  const onAct = async () => {
    if ('onAct' in act) return act.onAct();
    const reason = await askReason({ title: `${label} · ${record.no}`, confirm: label });
    return reason === null ? undefined : act.onReason(reason);
  };
  return (
    <ActionButton
      variant={variant}
      color={color}
      onAct={onAct}
      {...(blocked === undefined ? {} : { blocked })}
      {...(shortcut === undefined || blocked !== undefined ? {} : { shortcut })}
    >
      {label}
    </ActionButton>
  );
}
