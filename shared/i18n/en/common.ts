export const common = {
  appName: 'Branch Desk',
  save: 'Save',
  cancel: 'Cancel',
  close: 'Close',
  confirm: 'Confirm',
} as const;
