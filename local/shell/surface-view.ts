/** What the server tells a page about a surface it may show. The token is opaque to the page; the context is what the bridge's `getContext` answers. */
import type { SurfaceType } from './surface-modules';

export type BridgeContext = {
  readonly accountId: string;
  readonly cloudId: string;
  readonly extension: Readonly<Record<string, unknown>>;
  readonly environmentId: string;
  readonly environmentType: string;
  readonly localId: string;
  readonly locale: string;
  readonly moduleKey: string;
  readonly siteUrl: string;
  readonly timezone: string;
  readonly theme: {
    readonly colorMode: 'light' | 'dark';
    readonly light: string;
    readonly dark: string;
    readonly spacing: string;
    readonly typography: string;
    readonly shape: string;
  };
  readonly surfaceColor: string | null;
  readonly permissions: { readonly scopes: readonly string[] };
};

export type SurfaceView = {
  readonly type: SurfaceType;
  readonly title: string;
  readonly url: string;
  readonly token: string;
  readonly viewportSize: string;
  readonly hasStatus: boolean;
  readonly context: BridgeContext;
};

/** The status a `dynamicProperties` function gives for the panel's header. */
export type PanelStatus = { readonly label: string; readonly appearance: string };

/** Where a realtime channel that is not global is heard: the issue, else the project. */
export function contextKeyOf(extension: Readonly<Record<string, unknown>>): string {
  return JSON.stringify(extension['issue'] ?? extension['project'] ?? null);
}
