/** The projects the user may browse. */
import { h } from './dom';
import { personMark } from './issue-marks';
import { listProjects } from './jira';
import type { SessionView } from '../session-view';

export async function projectsPage(session: SessionView): Promise<HTMLElement> {
  document.title = 'Projects · Local Jira';
  const projects = await listProjects();
  const row = ({ key, name, lead }: (typeof projects)[number]): HTMLElement =>
    h(
      'tr',
      {},
      h('td', {}, h('a', { href: `/projects/${key}/issues`, class: 'strong' }, name)),
      h('td', { class: 'muted' }, key),
      h('td', {}, lead ? personMark(lead) : '–'),
      h(
        'td',
        { class: 'row-links' },
        h('a', { href: `/projects/${key}/issues` }, 'Issues'),
        session.projectPages.map(({ slug, title }) => h('a', { href: `/projects/${key}/${slug}` }, title)),
      ),
    );
  const heading = ['Name', 'Key', 'Lead', 'Pages'].map((text) => h('th', { scope: 'col' }, text));
  return h(
    'div',
    { class: 'page' },
    h('h1', {}, 'Projects'),
    projects.length === 0
      ? h(
          'p',
          { class: 'empty' },
          `${session.user.displayName} may see no project. Switch the user in the upper right corner, or import issues with “npm start -- --import FILE”.`,
        )
      : h(
          'div',
          { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': 'Projects you may see' },
          h('table', { class: 'list' }, h('thead', {}, h('tr', {}, heading)), h('tbody', {}, projects.map(row))),
        ),
  );
}
