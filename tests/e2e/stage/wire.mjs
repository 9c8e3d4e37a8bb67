// A proxy that writes down everything that a browser sends, whoever in it does the sending: page, worker, service worker, beacon.
import { createServer, request } from "node:http";

// `sent` grows with each request: method, address, headers and body as one text. Other hosts than this computer are refused, and
// so are encrypted connections: what appears here was tried.
export async function wiretap() {
  const sent = [];
  const server = createServer((asked, answer) => {
    const parts = [];
    asked.on("data", (part) => parts.push(part));
    asked.on("end", () => {
      const body = Buffer.concat(parts);
      sent.push({ method: asked.method, url: asked.url, text: [asked.url, JSON.stringify(asked.headers), body].join("\n") });
      forward(asked, body, answer);
    });
  });
  server.on("connect", (asked, socket) => {
    sent.push({ method: "CONNECT", url: asked.url, text: asked.url });
    socket.end("HTTP/1.1 403 Forbidden\r\n\r\n");
  });
  server.on("upgrade", (asked, socket) => {
    sent.push({ method: "UPGRADE", url: asked.url, text: [asked.url, JSON.stringify(asked.headers)].join("\n") });
    socket.destroy();
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  const stop = () => new Promise((closed) => {
    server.close(closed);
    server.closeAllConnections();
  });
  return { sent, proxy: `http://127.0.0.1:${server.address().port}`, stop };
}

function forward(asked, body, answer) {
  const url = new URL(asked.url);
  if (url.hostname !== "localhost" && url.hostname !== "127.0.0.1") {
    answer.writeHead(403).end();
    return;
  }
  // The server listens on the older kind of address only.
  const onward = request(
    { host: "127.0.0.1", port: url.port, path: url.pathname + url.search, method: asked.method, headers: asked.headers },
    (reply) => {
      answer.writeHead(reply.statusCode, reply.headers);
      reply.pipe(answer);
    },
  );
  onward.on("error", () => answer.writeHead(502).end());
  onward.end(body);
}
