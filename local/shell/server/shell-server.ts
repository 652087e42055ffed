/**
 * The web server of the local site. One port, two origins: the shell's pages on 127.0.0.1, the app's surfaces on localhost,
 * so that a frame is as foreign to its page as on Forge. Joins the parts; the rules are in the files it names.
 */
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { JiraEvent } from '../../seams';
import type { LiveEvent } from '../live-event';
import { summarise } from '../live-event';
import { createLiveStream } from './live-stream';
import { Refusal, replyJson, replyText } from './http-reply';
import { serveShell, type ShellContext } from './shell-routes';
import type { ShellOptions } from './shell-options';
import { createSitePump } from './site-pump';
import { serveSurfaceFile } from './surface-files';

export type Shell = { readonly url: string; readonly port: number; close(): Promise<void> };

const portsTried = 50;
const scheduleEveryMs = 30_000;

/** Opens the site to the browser. `close` delivers what is under way, saves and ends the connections. */
export async function startShell(options: ShellOptions): Promise<Shell> {
  const { site, manifest } = options;
  const live = createLiveStream();
  const pump = createSitePump(
    site.host,
    () => site.save(),
    (error) => console.error(error),
  );
  const server = createServer();
  const port = await listen(server, options.port);
  const shellOrigin = `http://127.0.0.1:${port}`;
  const surfaceOrigin = `http://localhost:${port}`;
  const context: ShellContext = {
    ...options,
    live,
    pump,
    maker: { manifest, jira: site.jira, secret: randomBytes(32), shellOrigin, surfaceOrigin },
  };

  const stops = [
    site.jira.subscribe((event) => {
      const change = issueChange(event);
      if (change !== null) live.send(change);
      pump.kick();
    }),
    site.host.onRealtime(({ channel, payload, isGlobal }) => live.send({ kind: 'realtime', channel, payload, isGlobal, contextKey: null })),
    site.host.onInvocation((record) => live.send({ kind: 'invocation', record: summarise(record) })),
  ];
  const timer = setInterval(() => pump.schedules().catch((error: unknown) => console.error(error)), scheduleEveryMs);

  server.on('request', (request, response) => {
    answer(context, request, response).catch((error: unknown) => refuse(response, error));
  });
  return {
    url: shellOrigin,
    port,
    async close() {
      clearInterval(timer);
      for (const stop of stops) stop();
      live.close();
      await pump.stop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function answer(context: ShellContext, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { shellOrigin, surfaceOrigin } = context.maker;
  const origin = `http://${request.headers.host ?? ''}`;
  const url = new URL(request.url ?? '/', shellOrigin);
  if (origin === shellOrigin) return serveShell(context, request, response, url);
  if (origin !== surfaceOrigin) throw new Refusal(421, 'This server answers to 127.0.0.1 and localhost only.');
  if (url.pathname === '/') {
    response.writeHead(302, { location: shellOrigin }).end();
    return;
  }
  if (request.method !== 'GET' && request.method !== 'HEAD') throw new Refusal(405, 'The surface origin serves files only.');
  const { manifest, themeCss } = context;
  serveSurfaceFile(
    { manifest, themeCss, shellOrigin, bridgeScript: () => readFileSync(join(context.pagesFolder, 'bridge.js'), 'utf8') },
    decodeURIComponent(url.pathname),
    response,
  );
}

function refuse(response: ServerResponse, error: unknown): void {
  if (response.headersSent) {
    response.end();
    return;
  }
  if (error instanceof Refusal) return replyJson(response, { message: error.message }, error.status);
  const message = error instanceof Error ? error.message : String(error);
  if (message.startsWith('NotEmulated')) return replyJson(response, { message }, 501);
  console.error(error);
  replyText(response, JSON.stringify({ message }), 'application/json; charset=utf-8', 500);
}

/** The live event of a Jira event about an issue; null for others. */
function issueChange(event: JiraEvent): LiveEvent | null {
  const change = (['created', 'updated', 'deleted'] as const).find((verb) => event.name === `avi:jira:${verb}:issue`);
  const issue = event.payload['issue'];
  if (change === undefined || typeof issue !== 'object' || issue === null) return null;
  const { id, key } = issue as { id?: unknown; key?: unknown };
  if (typeof id !== 'string' || typeof key !== 'string') return null;
  const accountId = event.payload['atlassianId'];
  return {
    kind: 'issue',
    change,
    issueId: id,
    issueKey: key,
    projectKey: key.slice(0, key.lastIndexOf('-')),
    accountId: typeof accountId === 'string' ? accountId : null,
  };
}

async function listen(server: Server, wanted: number): Promise<number> {
  for (let port = wanted; ; port++) {
    const taken = await new Promise<boolean>((resolve, reject) => {
      server.once('error', (error: NodeJS.ErrnoException) => {
        if (error.code === 'EADDRINUSE' && port < wanted + portsTried) resolve(true);
        else reject(error);
      });
      server.listen(port, '127.0.0.1', () => resolve(false));
    });
    if (taken) continue;
    server.removeAllListeners('error');
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('The server has no port.');
    return address.port;
  }
}
