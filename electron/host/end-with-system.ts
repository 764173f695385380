/** Closes when the system, or the parent that started this process, asks for its end; then the process ends. */
export function endWithSystem(close: () => Promise<void>): void {
  let isEnding = false;
  const end = (): void => {
    if (isEnding) return;
    isEnding = true;
    close().then(
      () => process.exit(0),
      (problem: unknown) => {
        console.error(problem);
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
  process.on('SIGHUP', end);
  // Windows has no signal to ask with; a parent that started this with a channel can.
  process.on('message', (message) => message === 'end' && end());
}
