/** The script of every page of the shell: draws the frame around it and the one page the address names. */
import './no-eval';
import type { SessionView } from '../session-view';
import { ApiFailure, wordsOf } from './api';
import { carryRealtime } from './bridge-commands';
import { h } from './dom';
import { adminSurfacePage } from './admin-surface-page';
import { inspectorPage } from './inspector-page';
import { issuePage } from './issue-page';
import { issuesPage } from './issues-page';
import { globalSurfacePage } from './global-surface-page';
import { getProject } from './jira';
import { projectSurfacePage } from './project-surface-page';
import { projectsPage } from './projects-page';
import { loadSession } from './session';
import { topBar } from './top-bar';

type Place = { readonly projectKey: string | null; readonly slug: string; draw(): Promise<HTMLElement> | HTMLElement };

void start();

async function start(): Promise<void> {
  const session = await loadSession();
  const place = placeOf(window.location.pathname, session);
  const main = h('main', { id: 'main', tabindex: -1 });
  const { status, reason } = document.body.dataset;
  const hasSide = place.projectKey !== null && status === '200';
  const side = h('nav', { class: 'side', 'aria-label': 'Project' });
  document.body.append(
    h('a', { href: '#main', class: 'skip' }, 'Skip to the content'),
    topBar(session),
    h('div', { class: hasSide ? 'body with-side' : 'body' }, hasSide ? side : null, main),
    h('footer', { class: 'note' }, 'A local stand-in for Jira, for trying and proving the app.'),
  );
  carryRealtime();
  try {
    if (status !== '200') throw new ApiFailure(Number(status), reason ?? '');
    if (place.projectKey !== null) drawSide(side, place.projectKey, place.slug, session);
    main.append(await place.draw());
  } catch (error) {
    main.replaceChildren(problemPage(error));
  }
  document.body.dataset['ready'] = 'true';
}

function placeOf(path: string, session: SessionView): Place {
  const [area = '', key = '', slug = ''] = path.split('/').slice(1).map(decodeURIComponent);
  if (area === 'browse') return { projectKey: key.slice(0, key.lastIndexOf('-')), slug: 'issues', draw: () => issuePage(key) };
  if (area === 'inspector') return { projectKey: null, slug: '', draw: () => inspectorPage(session) };
  const admin = session.adminPages.find((candidate) => candidate.slug === key);
  if (area === 'settings' && admin !== undefined) return { projectKey: null, slug: '', draw: () => adminSurfacePage(admin) };
  const global = area === 'apps' ? session.globalPages.find((candidate) => candidate.slug === key) : undefined;
  if (global !== undefined) return { projectKey: null, slug: '', draw: () => globalSurfacePage(global) };
  if (area !== 'projects' || key === '') return { projectKey: null, slug: '', draw: () => projectsPage(session) };
  const page = session.projectPages.find((candidate) => candidate.slug === slug);
  return {
    projectKey: key,
    slug: page?.slug ?? 'issues',
    draw: () => (page === undefined ? issuesPage(key) : projectSurfacePage(key, page)),
  };
}

function drawSide(side: HTMLElement, projectKey: string, slug: string, session: SessionView): void {
  const title = h('p', { class: 'side-title' }, projectKey);
  const links = [{ slug: 'issues', title: 'Issues' }, ...session.projectPages];
  side.append(
    title,
    h(
      'ul',
      {},
      links.map((link) =>
        h(
          'li',
          {},
          h('a', { href: `/projects/${projectKey}/${link.slug}`, 'aria-current': link.slug === slug ? 'page' : null }, link.title),
        ),
      ),
    ),
  );
  void getProject(projectKey).then(
    ({ name }) => title.replaceChildren(name),
    // The key stands in for the name where the project cannot be read; the page itself says why.
    () => undefined,
  );
}

function problemPage(error: unknown): HTMLElement {
  const status = error instanceof ApiFailure ? error.status : 500;
  const title = status === 403 ? 'You may not see this' : status === 404 ? 'Not found' : 'Something went wrong';
  document.title = `${title} · Local Jira`;
  return h(
    'div',
    { class: 'page problem-page' },
    h('h1', {}, title),
    h('p', {}, wordsOf(error)),
    h('p', {}, h('a', { href: '/projects' }, 'Go to the projects')),
  );
}
