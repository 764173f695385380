/** `npm run papers -- --out DIR`: every sample paper in every sensible form, copy mode and language, as PDF files to look at. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createPaperEngine } from '#electron/host/papers/create-paper-engine.ts';
import type { PaperForm, PaperJob } from '#shared/papers/content.ts';
import { aJob, everyPaper } from '#shared/papers/paper.fixture.ts';

const { values } = parseArgs({ options: { out: { type: 'string', default: 'out/papers' }, only: { type: 'string', default: '' } } });
const folder = values.out;
mkdirSync(folder, { recursive: true });

const DOT_MATRIX = new Set<PaperForm>(['241x140', '241x93']);
const FORMS: Record<string, readonly PaperForm[]> = {
  slip: ['a4', 'a5', '241x140', '241x93', '80mm'],
  receipt: ['a4', 'a5', '241x140', '241x93', '80mm'],
  contract: ['a4'],
  calibration: ['a4', 'a5', '241x140', '241x93', '80mm'],
};

const engine = createPaperEngine();
await engine.warm();
for (const language of ['zh-CN', 'en'] as const) {
  for (const [name, content] of Object.entries(everyPaper(language))) {
    for (const form of FORMS[content.template] ?? []) {
      const file = `${name}-${form}-${language}`;
      if (!file.includes(values.only)) continue;
      const continuous = DOT_MATRIX.has(form);
      const copyMode: PaperJob['copyMode'] = continuous ? 'carbonless' : 'plain';
      const started = performance.now();
      try {
        const { pdf, pages, missing } = await engine.render(aJob(content, { form, copyMode, mono: continuous }));
        writeFileSync(join(folder, `${file}.pdf`), pdf);
        console.log(
          `${file}: ${pages} pages, ${Math.round(pdf.length / 1024)} KB, ${Math.round(performance.now() - started)} ms${missing.length > 0 ? `, missing ${missing.join('')}` : ''}`,
        );
      } catch (problem) {
        console.error(`${file}: ${problem instanceof Error ? problem.message : String(problem)}`);
        process.exitCode = 1;
      }
    }
  }
}
await engine.close();
