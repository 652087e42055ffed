/** An admin page of the app: the surface alone, below the address of Jira's settings. */
import type { SessionView } from '../session-view';
import type { SurfaceView } from '../surface-view';
import { send } from './api';
import { createSurface } from './bridge-commands';
import { h } from './dom';

export async function adminSurfacePage(page: SessionView['adminPages'][number]): Promise<HTMLElement> {
  const view = (await send('GET', `/__shell/admin-surface?module=${encodeURIComponent(page.moduleKey)}`)) as SurfaceView;
  document.title = `${page.title} · Local Jira`;
  return h(
    'div',
    { class: 'surface-page' },
    h('h1', { class: 'spoken' }, page.title),
    createSurface(view, { historyBase: `/settings/${page.slug}`, refresh: () => window.location.reload() }, 'content').element,
  );
}
