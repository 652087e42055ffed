/** Realtime as the app reaches it: publishing to a channel, which the host's listeners hear at once. */
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Clock, RealtimeMessage } from '../seams';
import type { Invocation } from './invocation';
import { NotEmulated } from './not-emulated';

const request = z.object({
  query: z.string(),
  variables: z.object({
    name: z.string().optional(),
    payload: z.string().optional(),
    isGlobal: z.boolean().optional(),
    token: z.string().optional(),
  }),
});

export const publishRealtime = (
  invocation: Invocation,
  clock: Clock,
  publish: (message: RealtimeMessage) => void,
  init: RequestInit | undefined,
): Response => {
  const { query, variables } = request.parse(JSON.parse(String(init?.body)));
  const { name, payload, isGlobal = false, token } = variables;
  if (!query.includes('publishRealtimeChannel') || name === undefined || payload === undefined)
    throw new NotEmulated('realtime call other than publish');
  if (token !== undefined) throw new NotEmulated('realtime publish with a signed token');
  const contextToken = new Headers(init?.headers).get('x-forge-context-token');
  if (!isGlobal && (contextToken === null || contextToken === 'undefined')) {
    return Response.json({ errors: [{ message: 'publish needs the context of an open surface; elsewhere use publishGlobal' }] });
  }
  invocation.noteRealtime(name);
  const message: unknown = JSON.parse(payload);
  publish({ channel: name, payload: message, isGlobal });
  return Response.json({ data: { ecosystem: { publishRealtimeChannel: { eventId: randomUUID(), eventTimestamp: String(clock.now()) } } } });
};
