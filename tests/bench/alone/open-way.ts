/** A page may not ask another origin, nor knows the centre's password: this lets it through. */
import { createServer, request as ask } from 'node:http';

export async function openWay(target: string, name: string, password: string): Promise<{ url: string; close(): Promise<void> }> {
  const { hostname, port } = new URL(target);
  const authorization = `Basic ${Buffer.from(`${name}:${password}`).toString('base64')}`;
  const server = createServer((request, response) => {
    response.setHeader('access-control-allow-origin', request.headers.origin ?? '*');
    response.setHeader('access-control-allow-credentials', 'true');
    response.setHeader('access-control-allow-headers', 'content-type,accept');
    response.setHeader('access-control-allow-methods', 'GET,PUT,POST,HEAD,DELETE');
    if (request.method === 'OPTIONS') return response.writeHead(204).end();
    const { host: _host, origin: _origin, cookie: _cookie, ...headers } = request.headers;
    const onward = ask({ hostname, port, path: request.url, method: request.method, headers: { ...headers, authorization } }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    onward.on('error', () => response.destroy());
    return request.pipe(onward);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
