import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import classes from './notify.module.css';

export interface NotifyAction {
  label: string;
  run: () => void;
}

/** What was said last about something that is tried again and again. */
const latest = new Map<string, string>();

/**
 * Short messages in the corner. What must be decided belongs into a dialog, what must be kept into a document. `about`: the next message
 * about the same takes this one's place.
 */
export const notify = {
  /** Done; gone after some seconds. With an action (Undo, Open, Print) it stays twice as long. */
  done(message: string, action?: NotifyAction, about = ''): void {
    show('good', message, action, about, action === undefined ? 4000 : 9000);
  },
  /** Stays until it is closed: a failure must not pass unseen. */
  failed(message: string, action?: NotifyAction, about = ''): void {
    show('bad', message, action, about, false);
  },
};

function show(tone: 'good' | 'bad', message: string, action: NotifyAction | undefined, about: string, autoClose: number | false): void {
  const before = latest.get(about);
  if (before !== undefined) notifications.hide(before);
  const Icon = tone === 'good' ? IconCheck : IconAlertTriangle;
  const id = notifications.show({
    autoClose,
    withBorder: true,
    color: tone === 'good' ? 'teal' : 'red',
    icon: <Icon size={16} stroke={2} aria-hidden="true" />,
    role: tone === 'good' ? 'status' : 'alert',
    message: (
      <div className={classes.line}>
        <span className={classes.words}>{message}</span>
        {action !== undefined && (
          <Button
            size="xs"
            variant="subtle"
            onClick={() => {
              notifications.hide(id);
              action.run();
            }}
          >
            {action.label}
          </Button>
        )}
      </div>
    ),
  });
  if (about !== '') latest.set(about, id);
}
