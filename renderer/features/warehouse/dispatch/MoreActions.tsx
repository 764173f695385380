import { Button, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { mayAct } from '#shared/documents/act.ts';
import type { DocumentRecord } from '#shared/documents/record.ts';
import { dispatch, type Dispatch } from '#shared/modules/dispatch/module.ts';
import { cancelDispatch } from '#shared/modules/dispatch/rules.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { useAct } from '#renderer/desk/use-act.ts';
import { askReason } from '#renderer/ui/ask.tsx';
import { RefusalDialog } from '../RefusalDialog.tsx';
import { DelayDialog } from './DelayDialog.tsx';

/** What seldom happens to a note: a delay, a cancellation. Nothing is shown when nothing is possible. */
export function MoreActions({ note }: { note: DocumentRecord<Dispatch> }) {
  const { t } = useTranslation();
  const { actor } = useDesk();
  const { act, refusal, clear } = useAct();
  const [delaying, setDelaying] = useState(false);
  const mayDelay = mayAct(dispatch, note, 'delayed', actor).ok;
  const mayCancel = mayAct(dispatch, note, 'cancelled', actor).ok;
  if (!mayDelay && !mayCancel) return null;
  const cancel = async () => {
    const reason = await askReason({
      title: t('warehouse.page.cancelTitle', { no: note.no }),
      message: t('warehouse.page.cancelText'),
      confirm: t('warehouse.page.cancel'),
      danger: true,
    });
    if (reason !== null) await act(cancelDispatch(note.id, reason));
  };
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="subtle" color="gray" rightSection={<IconChevronDown size={14} aria-hidden="true" />}>
            {t('warehouse.page.more')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {mayDelay && <Menu.Item onClick={() => setDelaying(true)}>{t('warehouse.page.delay')}</Menu.Item>}
          {mayCancel && (
            <Menu.Item color="red" onClick={() => void cancel()}>
              {t('warehouse.page.cancel')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      <DelayDialog note={note} opened={delaying} onClose={() => setDelaying(false)} />
      <RefusalDialog refusal={refusal} title={t('warehouse.page.cancel')} onClose={clear} />
    </>
  );
}
