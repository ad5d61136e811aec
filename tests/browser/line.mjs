// The line between a telephone and the office, which can be cut, and can lose an answer that the office gave.
import {createServer, request} from 'node:http';

export async function line_to(port) {
  const line = {is_cut: false, loses: 0, lost: 0, sent: 0};
  const server = createServer((asked, answer) => {
    if (line.is_cut) return asked.socket.destroy();
    const to = request({host: '127.0.0.1', port, method: asked.method, path: asked.url, headers: asked.headers}, (from) => {
      const is_entry = asked.method === 'POST' && /\/desk\/field\//.test(asked.url);
      if (is_entry) line.sent += 1;
      if (is_entry && line.loses > 0) {
        line.loses -= 1;
        line.lost += 1;
        // It breaks within the answer: where nothing at all comes a browser asks again by itself.
        answer.writeHead(from.statusCode, from.rawHeaders);
        answer.flushHeaders();
        from.resume();
        from.on('end', () => asked.socket.destroy());
        return;
      }
      answer.writeHead(from.statusCode, from.rawHeaders);
      from.pipe(answer);
    });
    to.on('error', () => asked.socket.destroy());
    asked.pipe(to);
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  line.base = `http://127.0.0.1:${server.address().port}`;
  line.close = () => {
    server.closeAllConnections();
    server.close();
  };
  return line;
}
