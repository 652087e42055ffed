/**
 * A project's issues: a JQL box that asks Jira, and a text filter over what came back. All rows of a query are held, one
 * page of them is drawn. The query, the filter and the page are in the address.
 */
import { wordsOf } from './api';
import { h } from './dom';
import { openCreateIssue } from './create-issue';
import { formatDay } from './format';
import { personMark, statusMark, typeMark } from './issue-marks';
import { searchIssues, type Issue } from './jira';
import { onLive, onReconnect } from './live';

const rowsPerPage = 50;
const settleMs = 600;
const columns = ['Type', 'Key', 'Summary', 'Status', 'Resolution', 'Assignee', 'Updated'];

export function issuesPage(projectKey: string): HTMLElement {
  document.title = `Issues · ${projectKey} · Local Jira`;
  const address = new URLSearchParams(window.location.search);
  const ownQuery = `project = ${projectKey} ORDER BY key DESC`;
  const jql = h('input', {
    name: 'jql',
    value: address.get('jql') ?? ownQuery,
    'aria-label': 'JQL',
    class: 'jql',
    spellcheck: 'false',
    autocomplete: 'off',
  });
  const filter = h('input', {
    type: 'search',
    value: address.get('q') ?? '',
    placeholder: 'Filter by key or words',
    'aria-label': 'Filter the list',
    autocomplete: 'off',
  });
  const problem = h('p', { class: 'problem', role: 'alert', hidden: true });
  const rows = h('tbody', {});
  const count = h('span', { class: 'muted', 'aria-live': 'polite' }, 'Loading…');
  const back = h('button', { type: 'button', onclick: () => turn(-1) }, 'Previous');
  const forth = h('button', { type: 'button', onclick: () => turn(1) }, 'Next');
  let issues: readonly Issue[] = [];
  let complete = false;
  let page = Math.max(0, Number(address.get('page') ?? 1) - 1) || 0;
  let asked = 0;

  const draw = (): void => {
    const words = filter.value.trim().toLowerCase().split(/\s+/);
    const found = issues.filter(({ key, fields }) => {
      const text = `${key} ${fields.summary} ${fields.assignee?.displayName ?? ''} ${fields.status.name}`.toLowerCase();
      return words.every((word) => text.includes(word));
    });
    if (complete) page = Math.min(page, Math.max(0, Math.ceil(found.length / rowsPerPage) - 1));
    const first = page * rowsPerPage;
    const shown = found.slice(first, first + rowsPerPage);
    rows.replaceChildren(...shown.map(rowOf));
    if (shown.length === 0 && complete)
      rows.append(h('tr', {}, h('td', { colspan: columns.length, class: 'empty' }, 'No issue matches. Change the query or the filter.')));
    count.textContent =
      shown.length === 0
        ? `0 of ${issues.length}`
        : `${first + 1}–${first + shown.length} of ${found.length}${found.length < issues.length ? ` (${issues.length} in all)` : ''}${complete ? '' : ' and more coming'}`;
    back.disabled = page === 0;
    forth.disabled = first + rowsPerPage >= found.length;
    remember();
  };
  const remember = (): void => {
    const query = new URLSearchParams();
    if (jql.value !== ownQuery) query.set('jql', jql.value);
    if (filter.value !== '') query.set('q', filter.value);
    if (page > 0) query.set('page', String(page + 1));
    window.history.replaceState(null, '', query.size === 0 ? window.location.pathname : `?${query.toString()}`);
  };
  const turn = (pages: number): void => {
    page += pages;
    draw();
    table.scrollIntoView({ block: 'nearest' });
  };
  const ask = async (): Promise<void> => {
    const question = ++asked;
    try {
      await searchIssues(jql.value, (found, done) => {
        if (question !== asked) return;
        // While a list is asked for anew the old one stays, so that nothing jumps.
        if (done || found.length >= issues.length) issues = [...found];
        complete = done;
        problem.hidden = true;
        draw();
      });
    } catch (error) {
      if (question !== asked) return;
      problem.textContent = wordsOf(error);
      problem.hidden = false;
    }
  };

  const form = h('form', { class: 'filters', role: 'search' }, jql, h('button', { type: 'submit' }, 'Search'));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    page = 0;
    issues = [];
    complete = false;
    void ask();
  });
  filter.addEventListener('input', () => {
    page = 0;
    draw();
  });
  const table = h(
    'table',
    { class: 'list issues' },
    h(
      'thead',
      {},
      h(
        'tr',
        {},
        columns.map((name) => h('th', { scope: 'col' }, name)),
      ),
    ),
    rows,
  );

  let settle: ReturnType<typeof setTimeout> | undefined;
  const askSoon = (): void => {
    clearTimeout(settle);
    settle = setTimeout(() => void ask(), settleMs);
  };
  onLive('issue', askSoon);
  onReconnect(askSoon);
  void ask();
  return h(
    'div',
    { class: 'page' },
    h(
      'div',
      { class: 'page-head' },
      h('h1', {}, 'Issues'),
      h('button', { type: 'button', class: 'primary', onclick: () => void openCreateIssue({ project: projectKey }) }, 'Create issue'),
    ),
    form,
    problem,
    h('div', { class: 'list-bar' }, filter, count, h('span', { class: 'pager' }, back, forth)),
    h('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': 'Issues of the query' }, table),
  );
}

function rowOf({ key, fields }: Issue): HTMLElement {
  const done = fields.status.statusCategory.key === 'done';
  return h(
    'tr',
    {},
    h('td', {}, typeMark(fields.issuetype)),
    h('td', {}, h('a', { href: `/browse/${key}`, class: done ? 'key key-done' : 'key' }, key)),
    h('td', { class: 'summary' }, h('a', { href: `/browse/${key}`, tabindex: -1 }, fields.summary)),
    h('td', {}, statusMark(fields.status)),
    h('td', { class: 'muted' }, fields.resolution?.name ?? ''),
    h('td', {}, personMark(fields.assignee)),
    h('td', { class: 'muted nowrap' }, formatDay(fields.updated)),
  );
}
