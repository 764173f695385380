/**
 * Switches a packaged desk refuses to start with. The fuses switch off Node's own (`--inspect`); Chromium's cannot be fused off
 * and would hand the page, with its book, to anybody on the machine.
 * `--no-sandbox` is not refused: AppImages on kernels without user namespaces start with it.
 */
const refused: ReadonlySet<string> = new Set([
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-debugging-address',
  'remote-allow-origins',
  'inspect',
  'inspect-brk',
  'inspect-brk-node',
  'inspect-port',
  'inspect-publish-uid',
  'inspect-wait',
  'disable-web-security',
  'load-extension',
  'js-flags',
  'host-rules',
  'host-resolver-rules',
  'ignore-certificate-errors',
  'user-data-dir',
  'log-net-log',
]);

/** The refused switches among the arguments, as typed (without values). Always empty in development. */
export function refusedSwitches(argv: readonly string[], isPackaged: boolean): string[] {
  if (!isPackaged) return [];
  const names: string[] = [];
  for (const argument of argv.slice(1)) {
    // Chromium reads '-x', '--x' and, on Windows, '/x', and ignores what follows a bare '--'.
    const name = /^(?:--?|\/)([a-z-]+)(?:=|$)/i.exec(argument)?.[1]?.toLowerCase();
    if (name !== undefined && refused.has(name)) names.push(`--${name}`);
  }
  return names;
}
