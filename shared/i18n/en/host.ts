export const host = {
  failure: {
    'invalid-input': 'The program asked its own host for something it does not understand. Nothing was written. Please report this.',
    'disk-full': 'The disk is full. Nothing was lost, but nothing new can be saved until some space is free again.',
    'read-only':
      'The desk’s data folder cannot be written just now, so the desk only shows. It goes on by itself when writing works again.',
    'journal-failed': 'The paper was not saved: the journal could not be written. Try again; if it happens again, check the disk.',
    'not-set-up': 'This desk has not been set up yet.',
    'already-set-up': 'This desk is set up already; its branch and letter never change.',
    'not-found': 'That is no longer there.',
    damaged: 'The file is damaged or comes from another computer, so it was not used.',
    'in-use': 'Another window of Branch Desk has this data folder open.',
    'too-large': 'That is too large.',
    'clock-ahead':
      'This computer’s clock is more than twelve hours ahead of the centre’s. Set date and time right, then commit again; nothing is lost.',
    'centre-failed': 'The centre did not let this desk in.',
    'wrong-branch': 'This code is for another branch.',
    'already-joined': 'This desk belongs to a centre already.',
    'print-failed': 'The printer did not take the paper.',
    'render-failed': 'The paper could not be drawn.',
    taken: 'Another window has taken over this desk; nothing can be saved here any more. Look there whether the last step was saved.',
    closed: 'The desk is closing; this step was not saved.',
    disconnected: 'The desk’s own program is not answering. Work goes on as soon as it is back; what was saved is safe.',
    refused: 'This page has no key to the desk. Open Branch Desk by its start command (npm start) or by the shortcut.',
    'timed-out': 'That took too long and was given up.',
    internal: 'Something went wrong inside the program. It is in the log.',
  },
  shellReason: {
    'no-electron-binary':
      'Running in the browser because the desktop program is not installed. Everything works. To get the desktop: “npx install-electron” (direct), the same with ELECTRON_MIRROR=<a mirror’s address>/, or unpack the offline zip and set ELECTRON_OVERRIDE_DIST_PATH=<that folder>; then start again.',
    asked: 'Running in the browser, as asked.',
  },
  /** Printed by the loopback shell where it was started. */
  console: {
    'no-electron-binary':
      'Opening in the browser: the desktop program (Electron) is not installed here. To get it: run “npx install-electron” (direct); or the same with ELECTRON_MIRROR=<a mirror’s address>/; or unpack the offline zip and set ELECTRON_OVERRIDE_DIST_PATH=<that folder>. Then “npm start” again.',
    portTaken:
      'Port {{port}} is in use by another program, so the desk did not open: this port is where the browser keeps the desk’s working copy. End the other program, or choose a port with --port (the desk is then filled again from its journal).',
    inUse: 'The data folder is in use by another Branch Desk: {{folder}}',
    alreadyOpen: 'Branch Desk is open already; this is its page.',
    noBrowser: 'No browser could be opened. Please open the address above yourself.',
  },
};
