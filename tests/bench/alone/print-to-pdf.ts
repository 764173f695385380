/** What others would have used: the browser prints a page of HTML. */
import { chromium } from 'playwright-core';
import { findBrowser } from '#build/find-browser.ts';
import type { Mark, Sheet } from '#shared/papers/sheet.ts';

export interface BrowserPrinter {
  /** Milliseconds from the page's text to the PDF. */
  print(sheets: readonly Sheet[]): Promise<number>;
  close(): Promise<void>;
}

export async function openBrowserPrinter(): Promise<BrowserPrinter> {
  const browser = await chromium.launch({ executablePath: findBrowser(), args: ['--no-sandbox', '--disable-gpu'] });
  const page = await browser.newPage();
  return {
    print: async (sheets) => {
      const html = pageOf(sheets);
      const start = performance.now();
      await page.setContent(html);
      await page.pdf({ preferCSSPageSize: true, printBackground: true });
      return performance.now() - start;
    },
    close: () => browser.close(),
  };
}

function pageOf(sheets: readonly Sheet[]): string {
  const { width = 0, height = 0 } = sheets[0] ?? {};
  const style = `@page{size:${width}pt ${height}pt;margin:0}body{margin:0}section{position:relative;width:${width}pt;height:${height - 0.5}pt;overflow:hidden;break-after:page}
span,i{position:absolute;white-space:pre;line-height:1}.sans{font-family:'Noto Sans SC','Noto Sans CJK SC'}.serif{font-family:'Noto Serif SC','Noto Serif CJK SC'}`;
  return `<!doctype html><meta charset="utf-8"><style>${style}</style>${sheets.map(({ marks }) => `<section>${marks.map(element).join('')}</section>`).join('')}`;
}

function element(mark: Mark): string {
  if (mark.kind === 'text') {
    const text = mark.text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    const weight = mark.bold ? ';font-weight:700' : '';
    return `<span class="${mark.face}" style="left:${mark.x}pt;top:${mark.y - mark.size * 0.88}pt;font-size:${mark.size}pt;color:${mark.color}${weight}">${text}</span>`;
  }
  if (mark.kind === 'line') {
    const [w, h] = [Math.max(mark.width, mark.x2 - mark.x1), Math.max(mark.width, mark.y2 - mark.y1)];
    return `<i style="left:${mark.x1}pt;top:${mark.y1}pt;width:${w}pt;height:${h}pt;background:${mark.color}"></i>`;
  }
  if (mark.kind === 'box') {
    const border = mark.stroke === '' ? '' : `;outline:${mark.width}pt solid ${mark.stroke}`;
    return `<i style="left:${mark.x}pt;top:${mark.y}pt;width:${mark.w}pt;height:${mark.h}pt;background:${mark.fill || 'none'}${border}"></i>`;
  }
  return '';
}
