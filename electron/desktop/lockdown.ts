/** Puts the policies of security.ts in force on Electron's objects. */
import type { Session, WebContents } from 'electron';
import { mayDownload, mayNavigate, mayNavigateFrame, mayRequest, mayUse } from './security.ts';

export type LockableSession = Pick<
  Session,
  | 'setPermissionRequestHandler'
  | 'setPermissionCheckHandler'
  | 'setDevicePermissionHandler'
  | 'setDisplayMediaRequestHandler'
  | 'setSpellCheckerEnabled'
  | 'on'
> & { webRequest: Pick<Session['webRequest'], 'onBeforeRequest'> };

export type LockableContents = Pick<WebContents, 'on' | 'setWindowOpenHandler'>;

/**
 * @param mayLoad which requests pass; the desk's session takes the default, the printing session its own
 * @param onRefused told once per refused request, for the log
 */
export function lockSession(
  session: LockableSession,
  isPackaged: boolean,
  onRefused: (what: string) => void,
  mayLoad: (address: string) => boolean = (address) => mayRequest(address, isPackaged),
): void {
  session.setPermissionRequestHandler((_contents, permission, callback, details) => {
    const isGranted = mayUse(permission, details.requestingUrl);
    if (!isGranted) onRefused(`permission ${permission}`);
    callback(isGranted);
  });
  session.setPermissionCheckHandler((_contents, permission, origin) => mayUse(permission, origin));
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, callback) => callback({}));
  session.setSpellCheckerEnabled(false);
  session.webRequest.onBeforeRequest((details, callback) => {
    const isAllowed = mayLoad(details.url);
    if (!isAllowed) onRefused(`request ${brief(details.url)}`);
    callback({ cancel: !isAllowed });
  });
  session.on('will-download', (event, item) => {
    if (mayDownload(item.getURL())) return;
    onRefused(`download ${brief(item.getURL())}`);
    event.preventDefault();
  });
}

/** Which addresses a window may go to by itself: in its top frame, and in the frames inside. */
export interface NavigationPolicy {
  top(address: string): boolean;
  inner(address: string): boolean;
}

export const pagePolicy: NavigationPolicy = { top: mayNavigate, inner: mayNavigateFrame };

/** Every web contents of the program, whoever made it. */
export function lockContents(contents: LockableContents, onRefused: (what: string) => void, policy: NavigationPolicy = pagePolicy): void {
  contents.setWindowOpenHandler(({ url }) => {
    onRefused(`window ${brief(url)}`);
    return { action: 'deny' };
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
  // Fires for the top frame as well as for frames inside it, and again for each redirect through 'will-redirect'.
  contents.on('will-frame-navigate', (details) => guard(details));
  contents.on('will-redirect', (details) => guard(details));

  function guard(details: { url: string; isMainFrame: boolean; preventDefault(): void }): void {
    if (details.isMainFrame ? policy.top(details.url) : policy.inner(details.url)) return;
    onRefused(`navigation ${brief(details.url)}`);
    details.preventDefault();
  }
}

/** Enough of an address for the log; a data: address could hold a whole customer list. */
function brief(address: string): string {
  return address.slice(0, 80);
}
