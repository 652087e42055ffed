/** The app's page of the whole site: the surface fills the page and keeps its own history below the page's address. */
import type { AppPage } from '../session-view';
import type { SurfaceView } from '../surface-view';
import { send } from './api';
import { createSurface } from './bridge-commands';
import { h } from './dom';

export async function globalSurfacePage(page: AppPage): Promise<HTMLElement> {
  const query = new URLSearchParams({ module: page.moduleKey });
  const view = (await send('GET', `/__shell/global-surface?${query.toString()}`)) as SurfaceView;
  document.title = `${page.title} · Local Jira`;
  return h(
    'div',
    { class: 'surface-page' },
    h('h1', { class: 'spoken' }, `${page.title} of the company`),
    createSurface(view, { historyBase: `/apps/${page.slug}`, refresh: () => window.location.reload() }, 'content').element,
  );
}
