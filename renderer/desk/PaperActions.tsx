import { Button, Menu } from '@mantine/core';
import { IconChevronDown, IconPrinter } from '@tabler/icons-react';
import { useTranslation } from '../ui/i18n.ts';
import { ActionButton } from '../ui/ActionButton.tsx';
import { notify } from '../ui/notify.tsx';
import classes from './PaperActions.module.css';

/** Something that can be done with a paper, or why the person here cannot. */
export interface PaperAction {
  key: string;
  label: string;
  run: () => void | Promise<unknown>;
  /** In words. */
  blocked: string | undefined;
  danger?: boolean;
  /** Leads to where the work is done: never what comes next by itself. */
  isLink?: boolean;
}

interface PaperActionsProps {
  /** What comes next, on the blue button; Ctrl+Enter does it while no dialog is open. */
  next: PaperAction | null | undefined;
  others: readonly PaperAction[];
  /** Name of the menu that holds the others; left out, they stand as buttons side by side. */
  menu?: string;
  /** Below a line at the end of the menu: what does not change the paper. */
  elsewhere?: readonly PaperAction[];
  onPrint?: (() => void) | undefined;
  /** A dialog is open and has the keys. */
  isBusy: boolean;
}

const none: readonly PaperAction[] = [];

/** The head of a paper's page: everything else, print, and what comes next. */
export function PaperActions({ next, others, menu, elsewhere = none, onPrint, isBusy }: PaperActionsProps) {
  const { t } = useTranslation();
  return (
    <>
      {menu === undefined
        ? others.map((action) => (
            <ActionButton
              key={action.key}
              {...(action.danger ? { variant: 'subtle', color: 'red' } : { variant: 'default' })}
              onAct={action.run}
              blocked={action.blocked}
            >
              {action.label}
            </ActionButton>
          ))
        : others.length + elsewhere.length > 0 && (
            <Menu position="bottom-end">
              <Menu.Target>
                <Button variant="default" rightSection={<IconChevronDown size={14} aria-hidden="true" />}>
                  {menu}
                </Button>
              </Menu.Target>
              <Menu.Dropdown>
                {others.map((action) => (
                  <Item key={action.key} action={action} />
                ))}
                {others.length > 0 && elsewhere.length > 0 && <Menu.Divider />}
                {elsewhere.map((action) => (
                  <Item key={action.key} action={action} />
                ))}
              </Menu.Dropdown>
            </Menu>
          )}
      {onPrint && (
        <ActionButton
          variant="default"
          leftSection={<IconPrinter size={15} stroke={1.7} aria-hidden="true" />}
          shortcut="mod+p"
          onAct={onPrint}
        >
          {t('common.print')}
        </ActionButton>
      )}
      {next && (
        <ActionButton onAct={next.run} blocked={next.blocked} {...(isBusy ? {} : { shortcut: 'mod+Enter' })}>
          {next.label}
        </ActionButton>
      )}
    </>
  );
}

/** One that is blocked stays in the menu and says why when it is chosen. */
function Item({ action: { label, run, blocked, danger = false } }: { action: PaperAction }) {
  return (
    <Menu.Item
      onClick={() => (blocked === undefined ? void run() : notify.failed(blocked))}
      aria-disabled={blocked === undefined ? undefined : true}
      className={blocked === undefined ? undefined : classes.blocked}
      title={blocked}
      {...(danger ? { color: 'red' } : {})}
    >
      {label}
    </Menu.Item>
  );
}
