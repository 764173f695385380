import { Button, Group, TextInput } from '@mantine/core';
import { useState } from 'react';
import { askConfirm, askReason } from '../ask.tsx';
import { FormDialog } from '../FormDialog.tsx';
import { FormGrid } from '../FormGrid.tsx';
import { KeyboardHelp } from '../KeyboardHelp.tsx';
import { MoneyInput } from '../MoneyInput.tsx';
import { notify } from '../notify.tsx';
import { Page } from '../Page.tsx';
import { useShortcut } from '../shortcuts.ts';

export function DialogPart() {
  const [form, setForm] = useState(false);
  const [help, setHelp] = useState(false);
  const [money, setMoney] = useState<number | null>(null);
  useShortcut('mod+k', () => undefined, '打开命令面板');
  useShortcut('mod+s', () => undefined, '保存草稿');
  return (
    <Page title="对话框">
      <Group gap="sm">
        <Button onClick={() => setForm(true)}>form</Button>
        <Button onClick={() => setHelp(true)}>help</Button>
        <Button
          onClick={() =>
            void askConfirm({ title: '作废这张销售单？', message: '作废后不可恢复，将生成冲销单。', confirm: '作废', danger: true })
          }
        >
          confirm
        </Button>
        <Button onClick={() => void askReason({ title: '补打销售单', message: '第 3 次打印，请说明原因。', confirm: '打印' })}>
          reason
        </Button>
        <Button
          onClick={() => {
            notify.done('已保存 XS-HZ01-A-2611-0042', { label: '打印', run: () => undefined });
            notify.failed('打印机 EPSON LQ-630K 没有响应，单据仍在打印队列中。', { label: '重试', run: () => undefined });
          }}
        >
          notify
        </Button>
      </Group>
      <KeyboardHelp opened={help} onClose={() => setHelp(false)} />
      <FormDialog
        opened={form}
        onClose={() => setForm(false)}
        title="收款"
        commit="收款"
        onCommit={() => setForm(false)}
        blocked={money === null ? '请输入实收金额' : undefined}
        foot="应收 ¥259.00"
      >
        <FormGrid>
          <MoneyInput label="实收" value={money} onChange={setMoney} required />
          <TextInput label="备注" />
        </FormGrid>
      </FormDialog>
    </Page>
  );
}
