// How the suite asks a server: what a slow machine does to connections is no fault of a page.

import http from 'node:http';
import { ask } from './harness.mjs';
import { equals, finish, holds } from './tap.mjs';

// A server that breaks its first `n` connections, and says what it was asked.
async function breaking(n) {
  const seen = [];
  const server = http.createServer((request, response) => {
    seen.push(request.headers.connection);
    if (seen.length <= n) request.socket.destroy();
    else response.writeHead(404, { 'content-type': 'text/html' }).end('là');
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${server.address().port}/`, seen, close: () => server.close() };
}

for (const [n, expected] of [[0, '404 là'], [1, '404 là'], [2, 'broken']]) {
  const server = await breaking(n);
  const said = await ask(server.url).then((answer) => `${answer.status} ${answer.text}`, () => 'broken');
  server.close();
  equals(`asked of a server that breaks ${n} connections`, said, expected);
  holds('each time on a connection of its own', server.seen.map((value) => (value === 'close' ? '' : `kept: ${value}`)));
  equals('as often as it takes, twice at most', server.seen.length, Math.min(n + 1, 2));
}
finish();
