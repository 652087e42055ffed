/** The page's one connection to the server's live stream. After a break it reconnects and says so, since it may have missed something. */
import type { LiveEvent } from '../live-event';

type Kind = LiveEvent['kind'];
type Listener = (event: LiveEvent) => void;

const listeners = new Set<Listener>();
const reconnected = new Set<() => void>();
let source: EventSource | null = null;
let dropped = false;

function connect(): void {
  source ??= new EventSource('/__shell/live');
  source.onmessage = ({ data }: MessageEvent<string>) => {
    const event = JSON.parse(data) as LiveEvent;
    for (const listener of [...listeners]) listener(event);
  };
  source.onerror = () => {
    dropped = true;
  };
  source.onopen = () => {
    if (dropped) for (const listener of reconnected) listener();
    dropped = false;
  };
}

export function onLive<K extends Kind>(kind: K, listener: (event: Extract<LiveEvent, { kind: K }>) => void): () => void {
  connect();
  const hear: Listener = (event) => {
    if (isKind(event, kind)) listener(event);
  };
  listeners.add(hear);
  return () => listeners.delete(hear);
}

export function onReconnect(listener: () => void): void {
  reconnected.add(listener);
}

function isKind<K extends Kind>(event: LiveEvent, kind: K): event is Extract<LiveEvent, { kind: K }> {
  return event.kind === kind;
}
