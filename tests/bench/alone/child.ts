/** A process of its own for what is measured by memory and pauses. Arguments: part, documents. */
import { measureHost } from './host.ts';
import { measureJudge } from './judge.ts';

const [part = '', documents = ''] = process.argv.slice(2);
const measure = { host: measureHost, judge: measureJudge }[part];
if (!measure) throw new Error(`no such part: ${part}`);
process.send?.(await measure(Number(documents)));
