import { Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { useLive } from '#renderer/book/use-live.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { useAct } from '#renderer/desk/use-act.ts';
import { useWords } from '#renderer/desk/words.ts';
import { ActionButton } from '#renderer/ui/ActionButton.tsx';
import { DataTable, type Column } from '#renderer/ui/DataTable.tsx';
import { FormDialog } from '#renderer/ui/FormDialog.tsx';
import { FormGrid } from '#renderer/ui/FormGrid.tsx';
import { notify } from '#renderer/ui/notify.tsx';
import { RefusalView } from '#renderer/ui/RefusalView.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { StatusBadge } from '#renderer/ui/StatusBadge.tsx';
import type { Module } from '#shared/documents/module.ts';
import type { Decide } from '#shared/documents/reader.ts';
import type { DocumentRecord } from '#shared/documents/record.ts';
import { holdsAny } from '#shared/policy/roles.ts';

export interface MasterTabProps<Body extends Record<string, string>> {
  module: Module<Body>;
  title: string;
  add: string;
  saved: (name: string) => string;
  empty: Body;
  fields: readonly { key: keyof Body & string; label: string; choices?: readonly { value: string; label: string }[] }[];
  save: (id: string, body: Body) => Decide<unknown>;
  /** What can be done to one that exists, by its status. */
  steps: readonly { status: string; label: string; danger?: boolean; decide: (id: string) => Decide<unknown> }[];
}

/** A small set of records made of short texts: places, suppliers. */
export function MasterTab<Body extends Record<string, string>>(props: MasterTabProps<Body>) {
  const { module, title, add, fields, steps } = props;
  const { t } = useTranslation();
  const { actor } = useDesk();
  const words = useWords();
  const { act, refusal } = useAct();
  const [editing, setEditing] = useState<DocumentRecord<Body> | 'new' | null>(null);
  const found = useLive(async (read) => (await read.all({ kind: module.kind })).rows.map((row) => module.read(row)), [module.kind]);
  const mayEdit = holdsAny(actor, module.makers);

  const columns: Column<DocumentRecord<Body>>[] = [
    ...fields.map(({ key, label, choices }, index): Column<DocumentRecord<Body>> => ({
      key,
      header: label,
      width: 160,
      ...(index === 0 ? { grow: 1 } : {}),
      render: ({ body }) => choices?.find(({ value }) => value === body[key])?.label ?? body[key],
    })),
    {
      key: 'status',
      header: t('lists.status'),
      width: 100,
      render: (row) => <StatusBadge tone={module.tones[row.status] ?? 'neutral'} label={words.status(row)} />,
    },
    {
      key: 'actions',
      header: '',
      width: 130,
      align: 'right',
      render: (row) =>
        steps
          .filter(({ status }) => mayEdit && status === row.status)
          .map(({ label, danger, decide }) => (
            <ActionButton
              key={label}
              size="xs"
              variant="subtle"
              color={danger === true ? 'red' : undefined}
              onAct={() => act(decide(row.id))}
            >
              {label}
            </ActionButton>
          )),
    },
  ];

  return (
    <Section
      title={title}
      flush
      actions={
        mayEdit && (
          <ActionButton size="xs" onAct={() => setEditing('new')}>
            {add}
          </ActionButton>
        )
      }
    >
      {refusal !== null && <RefusalView refusal={refusal} />}
      <DataTable
        label={title}
        columns={columns}
        rows={found}
        rowKey={(row) => row.id}
        {...(mayEdit ? { onOpen: (row: DocumentRecord<Body>) => setEditing(row) } : {})}
      />
      {editing !== null && <MasterDialog {...props} record={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />}
    </Section>
  );
}

interface MasterDialogProps<Body extends Record<string, string>> extends MasterTabProps<Body> {
  record: DocumentRecord<Body> | null;
  onClose: () => void;
}

function MasterDialog<Body extends Record<string, string>>({ record, onClose, add, saved, empty, fields, save }: MasterDialogProps<Body>) {
  const { t } = useTranslation();
  const { act, refusal } = useAct();
  const [body, setBody] = useState(record?.body ?? empty);

  const commit = async () => {
    if (!(await act(save(record?.id ?? '', body)))) return;
    notify.done(saved(body.name ?? ''));
    onClose();
  };

  return (
    <FormDialog opened onClose={onClose} title={record === null ? add : record.title} commit={t('common.save')} onCommit={commit}>
      <FormGrid columns={2}>
        {fields.map(({ key, label, choices }, index) =>
          choices ? (
            <Select
              key={key}
              label={label}
              data={[...choices]}
              value={body[key] ?? null}
              onChange={(value) => setBody({ ...body, [key]: value ?? body[key] })}
              allowDeselect={false}
            />
          ) : (
            <TextInput
              key={key}
              label={label}
              {...(index === 0 ? { 'data-autofocus': true } : {})}
              value={body[key] ?? ''}
              onChange={(event) => setBody({ ...body, [key]: event.currentTarget.value })}
            />
          ),
        )}
      </FormGrid>
      {refusal !== null && <RefusalView refusal={refusal} />}
    </FormDialog>
  );
}
