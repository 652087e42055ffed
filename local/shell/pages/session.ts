/** The session of this page, as the server knows it, and how to change it. */
import type { SessionView } from '../session-view';
import type { ColorMode } from '../theme';
import { send } from './api';

/** The server's own answer to its own page: the one reply that is not parsed. */
export async function loadSession(): Promise<SessionView> {
  return (await send('GET', '/__shell/session')) as SessionView;
}

export async function switchUser(accountId: string): Promise<void> {
  await send('POST', '/__shell/session', { accountId });
  window.location.reload();
}

const themeListeners = new Set<(mode: ColorMode) => void>();

/** Runs `listener` on each switch between light and dark on this page. */
export function onThemeSwitch(listener: (mode: ColorMode) => void): () => void {
  themeListeners.add(listener);
  return () => themeListeners.delete(listener);
}

export function colorMode(): ColorMode {
  return document.documentElement.dataset['colorMode'] === 'dark' ? 'dark' : 'light';
}

export async function switchTheme(mode: ColorMode): Promise<void> {
  document.documentElement.dataset['colorMode'] = mode;
  for (const listener of themeListeners) listener(mode);
  await send('POST', '/__shell/session', { colorMode: mode });
}
