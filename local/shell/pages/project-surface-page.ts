/** A project page of the app: the surface fills the main column and keeps its own history below the page's address. */
import type { AppPage } from '../session-view';
import type { SurfaceView } from '../surface-view';
import { send } from './api';
import { h } from './dom';
import { createSurface } from './bridge-commands';

export async function projectSurfacePage(projectKey: string, page: AppPage): Promise<HTMLElement> {
  const query = new URLSearchParams({ project: projectKey, module: page.moduleKey });
  const view = (await send('GET', `/__shell/project-surface?${query.toString()}`)) as SurfaceView;
  document.title = `${page.title} · ${projectKey} · Local Jira`;
  const historyBase = `/projects/${encodeURIComponent(projectKey)}/${page.slug}`;
  return h(
    'div',
    { class: 'surface-page' },
    h('h1', { class: 'spoken' }, `${page.title} of ${projectKey}`),
    createSurface(view, { historyBase, refresh: () => window.location.reload() }, 'content').element,
  );
}
