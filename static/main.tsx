/**
 * Starts a surface: theme, host, query cache, error boundary, then the screen.
 * Every entry calls it once; knows no screen.
 */
import { view } from '@forge/bridge';
import { focusManager, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode, type ReactElement } from 'react';
import { createRoot } from 'react-dom/client';
import { openHost } from './api';
import './base.css';
import { HostProvider } from './host';
import { createQueryClient } from './query-client';
import { ErrorBoundary } from './ui/error-boundary';

/** A frame can be visible all day while its reader works in the page around it: coming back to the frame counts as focus too. */
const watchFocus = () =>
  focusManager.setEventListener((focused) => {
    const onFocus = () => focused();
    window.addEventListener('focus', onFocus);
    document.addEventListener('visibilitychange', onFocus);
    return () => {
      window.removeEventListener('focus', onFocus);
      document.removeEventListener('visibilitychange', onFocus);
    };
  });

/** Shows `screen` in the document's root, in the host's theme and language. */
export const mount = async (screen: ReactElement): Promise<void> => {
  const container = document.getElementById('root');
  if (!container) throw new Error('the page has no root element');
  // Without the host's theme the page still reads well: every token has its light value as fallback.
  const themed = view.theme.enable().catch(() => undefined);
  const host = await openHost();
  await themed;
  document.documentElement.lang = host.place.locale;
  watchFocus();
  createRoot(container).render(
    <StrictMode>
      <HostProvider host={host}>
        <QueryClientProvider client={createQueryClient()}>
          <ErrorBoundary>{screen}</ErrorBoundary>
        </QueryClientProvider>
      </HostProvider>
    </StrictMode>,
  );
};
