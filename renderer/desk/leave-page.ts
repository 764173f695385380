let meant = false;

/** Loads the page anew because the program needs it: nobody is asked whether they want to leave. */
export function reloadPage(): void {
  meant = true;
  location.reload();
}

/** Whether the page is being left by the program itself. */
export function isLeaving(): boolean {
  return meant;
}
