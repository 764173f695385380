import { Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import type { DocumentRecord } from '#shared/documents/record.ts';
import type { Visit } from '#shared/modules/visit/module.ts';
import { askVisit } from '#shared/modules/visit/rules.ts';
import { useAct } from '#renderer/desk/use-act.ts';
import { FormDialog } from '#renderer/ui/FormDialog.tsx';
import { FormGrid, WideRow } from '#renderer/ui/FormGrid.tsx';
import { RefusalView } from '#renderer/ui/RefusalView.tsx';

export interface AskDialogProps {
  record: DocumentRecord<Visit>;
  onClose: () => void;
}

/** 问: what the visitor wants, as far as it was said. */
export function AskDialog({ record, onClose }: AskDialogProps) {
  const { t } = useTranslation();
  const { act, refusal } = useAct();
  const [need, setNeed] = useState(record.body.need);
  const [budget, setBudget] = useState('');
  const save = async () => {
    if (await act(askVisit(record.id, { need: need.trim(), budget: budget.trim(), products: [] }))) onClose();
  };
  return (
    <FormDialog opened onClose={onClose} title={t('reception.ask.title')} commit={t('reception.ask.commit')} onCommit={save} size={440}>
      <FormGrid columns={1}>
        <WideRow>
          <Textarea
            label={t('reception.ask.need')}
            placeholder={t('reception.register.needPlaceholder')}
            maxLength={300}
            data-autofocus
            value={need}
            onChange={(event) => setNeed(event.currentTarget.value)}
          />
        </WideRow>
        <TextInput
          label={t('reception.ask.budget')}
          placeholder={t('reception.ask.budgetPlaceholder')}
          maxLength={60}
          value={budget}
          onChange={(event) => setBudget(event.currentTarget.value)}
        />
      </FormGrid>
      {refusal !== null && <RefusalView refusal={refusal} />}
    </FormDialog>
  );
}
