import { build } from 'esbuild';
import { fileURLToPath } from 'node:url';
import type { GuardRules } from './rules.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

let bundled: Promise<string> | null = null;

/** The text of `validate_doc_update`: one function expression, everything inside. ES2017 is what CouchDB's loader can read. */
export async function buildGuard(rules: GuardRules): Promise<string> {
  bundled ??= bundle();
  return `function (newDoc, oldDoc, userCtx, secObj) { ${await bundled} bd.guard(${JSON.stringify(rules)}, newDoc, oldDoc, userCtx, Date.now()); }`;
}

async function bundle(): Promise<string> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ['central/guard/guard.ts'],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'bd',
    target: 'es2017',
    minify: true,
    charset: 'ascii',
    logLevel: 'error',
    legalComments: 'none',
  });
  return outputFiles[0]?.text.trim() ?? '';
}
