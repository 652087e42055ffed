/** One stream of server-sent events a page: what changed, for those who may know. Holds the open connections, nothing else. */
import type { ServerResponse } from 'node:http';
import type { LiveEvent } from '../live-event';

export type LiveStream = {
  /** Keeps the connection open and sends it each event that `may` lets through. */
  add(response: ServerResponse, may: (event: LiveEvent) => boolean): void;
  send(event: LiveEvent): void;
  close(): void;
};

export function createLiveStream(): LiveStream {
  const open = new Map<ServerResponse, (event: LiveEvent) => boolean>();
  return {
    add(response, may) {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
      response.write('retry: 1000\n\n');
      open.set(response, may);
      response.on('close', () => open.delete(response));
    },
    send(event) {
      const text = `data: ${JSON.stringify(event)}\n\n`;
      for (const [response, may] of open) if (may(event)) response.write(text);
    },
    close() {
      for (const response of open.keys()) response.end();
      open.clear();
    },
  };
}
