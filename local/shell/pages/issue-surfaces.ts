/** The app on an issue: its panels beside it, each with the lozenge of its header, and its actions in the issue's menu. */
import { z } from 'zod';
import type { PanelStatus, SurfaceView } from '../surface-view';
import { send } from './api';
import { createSurface, emitToFrames, openSurfaceDialog } from './bridge-commands';
import { h, icon } from './dom';
import type { MenuItem } from './menu';
import type { SurfaceFrame } from './surface-frame';

export type IssueSurfaces = {
  readonly panels: HTMLElement;
  readonly actions: readonly MenuItem[];
  /** Tells the app that the open issue changed, and reads the lozenges anew. */
  issueChanged(accountId: string | null): void;
};

const chevron = 'M4 6l4 4 4-4';
const panelStatus: z.ZodType<PanelStatus | null> = z.object({ label: z.string(), appearance: z.string() }).nullable();

/** Asks the server for the app's surfaces on the issue; `refresh` re-reads the issue when the app asks for it. */
export async function loadIssueSurfaces(issueKey: string, refresh: () => void): Promise<IssueSurfaces> {
  const surfaces = (await send('GET', `/__shell/issue-surfaces?issue=${encodeURIComponent(issueKey)}`)) as readonly SurfaceView[];
  const panels = surfaces.filter(({ type }) => type === 'jira:issueContext').map((view) => createPanel(view, refresh));
  return {
    panels: h(
      'div',
      { class: 'panels' },
      panels.map(({ element }) => element),
    ),
    actions: surfaces
      .filter(({ type }) => type === 'jira:issueAction')
      .map((view) => ({ label: view.title, run: () => openSurfaceDialog(view, view.viewportSize, { refresh }) })),
    issueChanged(accountId) {
      const first = surfaces[0];
      if (first === undefined) return;
      const { id } = z.object({ id: z.string() }).parse(first.context.extension['issue']);
      emitToFrames('JIRA_ISSUE_CHANGED', {
        issueId: id,
        changes: [{ changeType: 'updated', issueId: id, ...(accountId === null ? {} : { atlassianId: accountId }) }],
      });
      for (const panel of panels) void panel.readStatus();
    },
  };
}

type Panel = { readonly element: HTMLElement; readStatus(): Promise<void> };

/** A collapsible panel; whether it is open is remembered for the module, and the first time it is. */
function createPanel(view: SurfaceView, refresh: () => void): Panel {
  const memory = `panel-closed:${view.context.moduleKey}`;
  const bodyId = `panel-${view.context.moduleKey}`;
  const lozenge = h('span', { class: 'lozenge', hidden: true });
  const button = h(
    'button',
    { type: 'button', class: 'panel-toggle', 'aria-controls': bodyId },
    h('span', { class: 'panel-title' }, view.title),
    lozenge,
    icon(chevron, 'icon chevron'),
  );
  const body = h('div', { id: bodyId, class: 'panel-body' });
  let frame: SurfaceFrame | null = null;

  const show = (open: boolean): void => {
    button.setAttribute('aria-expanded', String(open));
    body.hidden = !open;
    if (open && frame === null) {
      frame = createSurface(view, { refresh, open: () => show(true) }, 'content');
      body.append(frame.element);
    }
  };
  button.addEventListener('click', () => {
    const open = body.hidden;
    show(open);
    if (open) localStorage.removeItem(memory);
    else localStorage.setItem(memory, 'true');
  });
  const panel: Panel = {
    element: h('section', { class: 'panel', 'aria-label': `${view.title} panel` }, h('h2', {}, button), body),
    async readStatus() {
      if (!view.hasStatus) return;
      try {
        const status = panelStatus.parse(await send('POST', '/__shell/status', { token: view.token }));
        lozenge.hidden = status === null;
        if (status === null) return;
        lozenge.textContent = status.label;
        lozenge.className = `lozenge appearance-${status.appearance}`;
      } catch {
        // Forge shows no lozenge when the function fails; the reason is in the inspector.
        lozenge.hidden = true;
      }
    },
  };
  show(localStorage.getItem(memory) === null);
  void panel.readStatus();
  return panel;
}
