/** `npm run build`: makes `out/`. With `--host` all but the page. */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildAll, buildHost, root } from '../build-all.ts';

const { values } = parseArgs({ options: { host: { type: 'boolean', default: false } } });
await (values.host ? buildHost(join(root, 'out')) : buildAll());
