/** What to do when the page's process is gone or hangs. The book is safe in the journal; what the user needs is to be told so. */
import type { RenderProcessGoneDetails } from 'electron';
import type { DesktopTexts } from './texts.ts';
import { START_PAGE } from './origin.ts';

/** Ends that are nobody's accident: the window is closing or the process was ended on purpose by Chromium. */
export function isCrash(reason: RenderProcessGoneDetails['reason']): boolean {
  return reason !== 'clean-exit' && reason !== 'memory-eviction';
}

/**
 * A page without script: one explanation, one link back to the desk.
 * @param reason Chromium's word for it, shown small for the person who is called for help
 */
export function recoveryPage(texts: DesktopTexts['recovery'], language: string, reason: string): string {
  return `<!doctype html>
<html lang="${escape(language)}">
<head>
<meta charset="utf-8">
<meta name="color-scheme" content="light dark">
<title>${escape(texts.title)}</title>
<style>
  body { font: 16px/1.7 system-ui, "Microsoft YaHei", "PingFang SC", "Noto Sans SC", sans-serif; margin: 0; min-height: 100vh; display: grid; place-items: center; }
  main { max-width: 34rem; padding: 2rem; }
  h1 { font-size: 1.5rem; margin: 0 0 1rem; }
  a { display: inline-block; margin: 1rem 0; padding: .6rem 1.4rem; border-radius: .4rem; background: #1c7a5a; color: #fff; text-decoration: none; }
  a:focus-visible { outline: 3px solid #8fd3ba; }
  small { opacity: .7; }
</style>
</head>
<body>
<main>
<h1>${escape(texts.title)}</h1>
<p>${escape(texts.safe)}</p>
<p>${escape(texts.drafts)}</p>
<a href="${START_PAGE}" autofocus>${escape(texts.reopen)}</a>
<p><small>${escape(texts.reason)} ${escape(reason)}</small></p>
</main>
</body>
</html>
`;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
