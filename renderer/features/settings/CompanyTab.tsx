import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { useLive } from '#renderer/book/use-live.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { useAct } from '#renderer/desk/use-act.ts';
import { useWords } from '#renderer/desk/words.ts';
import { ActionButton } from '#renderer/ui/ActionButton.tsx';
import { FormGrid } from '#renderer/ui/FormGrid.tsx';
import { notify } from '#renderer/ui/notify.tsx';
import { RefusalView } from '#renderer/ui/RefusalView.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { StateView } from '#renderer/ui/StateView.tsx';
import { company, type Company } from '#shared/modules/company/module.ts';
import { companyOf, saveCompany } from '#shared/modules/company/rules.ts';
import { holdsAny } from '#shared/policy/roles.ts';

const fields = ['name', 'tax', 'legal', 'phone', 'bank', 'account', 'address'] as const satisfies readonly (keyof Company)[];

/** What contracts and statements say of the branch. */
export function CompanyTab() {
  const { info } = useDesk();
  const found = useLive((read) => companyOf(read, info.identity?.branchCode ?? ''), [company.kind]);
  return <StateView of={found}>{(kept) => <CompanyForm key={JSON.stringify(kept)} kept={kept} />}</StateView>;
}

function CompanyForm({ kept }: { kept: Company }) {
  const { t } = useTranslation();
  const { actor, info } = useDesk();
  const words = useWords();
  const { act, refusal } = useAct();
  const [body, setBody] = useState(kept);
  const mayEdit = holdsAny(actor, company.makers);
  const changed = fields.some((key) => body[key] !== kept[key]);

  const save = async () => {
    if (await act(saveCompany(body))) notify.done(t('settings.company.saved'));
  };

  return (
    <Section
      title={t('settings.company.title')}
      hint={t('settings.company.hint')}
      actions={
        <ActionButton
          onAct={save}
          blocked={mayEdit ? (changed ? undefined : t('settings.rules.nothingChanged')) : t('settings.company.onlyManager')}
        >
          {t('common.save')}
        </ActionButton>
      }
    >
      <FormGrid columns={2}>
        {fields.map((key) => (
          <TextInput
            key={key}
            label={words.field('company', key)}
            {...(key === 'name' ? { placeholder: t('settings.company.emptyName', { name: info.identity?.company ?? '' }) } : {})}
            value={body[key]}
            readOnly={!mayEdit}
            onChange={(event) => setBody({ ...body, [key]: event.currentTarget.value })}
          />
        ))}
      </FormGrid>
      {refusal !== null && <RefusalView refusal={refusal} />}
    </Section>
  );
}
