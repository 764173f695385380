/**
 * `npm run papers -- --out DIR [--only TEXT] [--pictures]`: every paper of the demonstration in every form and language, as PDF,
 * with a contact sheet (index.html). Pictures need pdftoppm.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createPaperEngine } from '#electron/host/papers/create-paper-engine.ts';
import type { PaperForm, PaperJob } from '#shared/papers/content.ts';
import { demoBook, examples } from './paper-examples.ts';

const { values } = parseArgs({
  options: {
    out: { type: 'string', default: 'out/papers' },
    only: { type: 'string', default: '' },
    pictures: { type: 'boolean', default: true },
  },
  allowNegative: true,
});
const folder = values.out;
mkdirSync(folder, { recursive: true });

const DOT_MATRIX = new Set<PaperForm>(['241x140', '241x93']);
const EVERY_FORM: readonly PaperForm[] = ['a4', 'a5', '241x140', '241x93', '80mm'];

const engine = createPaperEngine();
await engine.warm();
const book = await demoBook();
const written: { file: string; name: string; pages: number }[] = [];
for (const language of ['zh-CN', 'en'] as const) {
  for (const { name, kind, content } of await examples(book, language)) {
    for (const form of kind?.forms ?? EVERY_FORM) {
      const file = `${name}-${form}-${language}`;
      if (!file.includes(values.only)) continue;
      const continuous = DOT_MATRIX.has(form);
      const copyMode: PaperJob['copyMode'] = continuous ? 'carbonless' : 'plain';
      try {
        const job: PaperJob = { content, form, copyMode, mono: continuous, offset: { x: 0, y: 0 }, scale: 1000 };
        const { pdf, pages, missing } = await engine.render(job);
        writeFileSync(join(folder, `${file}.pdf`), pdf);
        if (values.pictures) execFileSync('pdftoppm', ['-r', '80', '-png', join(folder, `${file}.pdf`), join(folder, file)]);
        written.push({ file, name, pages });
        console.log(
          `${file}: ${pages} pages, ${Math.round(pdf.length / 1024)} KB${missing.length > 0 ? `, missing ${missing.join('')}` : ''}`,
        );
      } catch (problem) {
        console.error(`${file}: ${problem instanceof Error ? problem.message : String(problem)}`);
        process.exitCode = 1;
      }
    }
  }
}
await engine.close();
writeFileSync(join(folder, 'index.html'), contactSheet());
console.log(`${written.length} papers in ${folder}`);

function contactSheet(): string {
  const pictures = readdirSync(folder).filter((file) => file.endsWith('.png'));
  const figures = written.map(({ file, pages }) => {
    const own = pictures.filter((picture) => picture.startsWith(`${file}-`)).toSorted();
    const shown = own.length > 2 ? [own[0], own.at(-1)] : own;
    return `<figure><a href="${file}.pdf">${shown.map((picture) => `<img loading="lazy" src="${picture}" alt="">`).join('')}</a><figcaption>${file} · ${pages}</figcaption></figure>`;
  });
  const style =
    'body{font:13px system-ui;background:#eceff1;margin:16px;display:flex;flex-wrap:wrap;gap:12px}figure{margin:0;background:#fff;padding:8px;border-radius:6px}img{max-height:320px;max-width:420px;border:1px solid #cfd8dc;margin:2px}figcaption{color:#455a64}';
  return `<!doctype html><meta charset="utf-8"><title>Papers</title><style>${style}</style>${figures.join('\n')}`;
}
