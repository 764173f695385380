/** `npm run build`: makes `out/`. With `--host` all but the page. */
import { parseArgs } from 'node:util';
import { buildAll } from '../build-all.ts';

const { values } = parseArgs({ options: { host: { type: 'boolean', default: false } } });
await buildAll(values.host ? 'host' : 'all');
