/** The embedded server in a process of its own, to be killed. Arguments: folder, port. Prints `READY <address>`. */
import { startEmbeddedServer } from '#central/embedded-server/start-embedded-server.ts';

const [folder = '', port = '0'] = process.argv.slice(2);
const { url } = await startEmbeddedServer({ folder, port: Number(port), admin: { name: 'admin', password: 'test' } });
console.log(`READY ${url}`);
// Whoever started it is gone.
process.stdin.on('end', () => process.exit());
process.stdin.resume();
