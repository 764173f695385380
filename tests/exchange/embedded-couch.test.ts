import { connectAdmin, adminAddress } from '#central/couch-admin/connect-admin.ts';
import { startEmbeddedServer } from '#central/embedded-server/start-embedded-server.ts';
import { connectByFetch } from '#electron/host/exchange/fetch-transport.ts';
import { behavesLikeCouch } from '../support/couch-behaviour.ts';

const outside = process.env['COUCHDB_URL'];

behavesLikeCouch('the embedded server', async () => {
  const admin = { name: 'admin', password: 'test' };
  const server = await startEmbeddedServer({ folder: null, port: 0, admin });
  return {
    admin: connectAdmin({ url: server.url, ...admin }),
    as: (name, password) => connectByFetch(server.url, { name, password }),
    close: () => server.close(),
  };
});

if (outside !== undefined) {
  behavesLikeCouch('the server at COUCHDB_URL', async () => {
    const admin = adminAddress(outside, process.env);
    if (!admin) throw new Error('COUCHDB_URL needs name and password');
    return {
      admin: connectAdmin(admin),
      as: (name, password) => connectByFetch(admin.url, { name, password }),
      close: async () => undefined,
    };
  });
}
