/** What the app did: each invocation with what it cost, newest first and live; one opens to its statements and calls. */
import type { InvocationRecord } from '../../seams';
import type { InvocationSummary } from '../live-event';
import type { SessionView } from '../session-view';
import { send, wordsOf } from './api';
import { h, type Child } from './dom';
import { flagError } from './flags';
import { formatBytes } from './format';
import { onLive } from './live';

const columns = ['Time', 'Function', 'Resolver', 'User', 'Duration', 'SQL', 'Jira', 'Points', 'In', 'Out', 'Result'];
const keptRows = 500;
const clock = new Intl.DateTimeFormat('en-GB', {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  day: 'numeric',
  month: 'short',
  timeZone: 'UTC',
});

export async function inspectorPage(session: SessionView): Promise<HTMLElement> {
  document.title = 'Inspector · Local Jira';
  const names = new Map(session.users.map(({ accountId, displayName }) => [accountId, displayName]));
  const records: InvocationSummary[] = [...((await send('GET', '/__shell/invocations')) as readonly InvocationSummary[])].reverse();
  const rows = h('tbody', {});
  const details = h('section', { class: 'invocation', 'aria-label': 'Invocation', hidden: true });
  const filter = h('input', {
    type: 'search',
    placeholder: 'Filter by function, resolver or user',
    'aria-label': 'Filter the invocations',
    autocomplete: 'off',
  });

  const open = async (id: string): Promise<void> => {
    try {
      details.replaceChildren(
        invocationDetails((await send('GET', `/__shell/invocation?id=${encodeURIComponent(id)}`)) as InvocationRecord),
      );
      details.hidden = false;
      details.scrollIntoView({ block: 'nearest' });
    } catch (error) {
      flagError('The invocation could not be read', wordsOf(error));
    }
  };
  const rowOf = (record: InvocationSummary): HTMLElement => {
    const who = record.accountId === null ? 'the app' : (names.get(record.accountId) ?? record.accountId);
    const cells: readonly Child[] = [
      h('button', { type: 'button', class: 'link-button', onclick: () => void open(record.id) }, clock.format(record.startedAt)),
      record.functionKey,
      record.resolverName ?? '',
      h('bdi', {}, who),
      `${record.durationMs.toFixed(1)} ms`,
      String(record.sqlRequests),
      String(record.jiraCalls),
      String(record.points),
      formatBytes(record.requestBytes),
      formatBytes(record.responseBytes),
      record.error === null
        ? h('span', { class: 'lozenge appearance-success' }, 'ok')
        : h('span', { class: 'lozenge appearance-removed', title: record.error }, 'error'),
    ];
    return h(
      'tr',
      {},
      cells.map((cell, index) => h('td', { class: index >= 4 && index <= 9 ? 'number' : 'nowrap' }, cell)),
    );
  };
  const draw = (): void => {
    const words = filter.value.trim().toLowerCase();
    const shown = records.filter(({ functionKey, resolverName, accountId }) =>
      `${functionKey} ${resolverName ?? ''} ${names.get(accountId ?? '') ?? ''}`.toLowerCase().includes(words),
    );
    rows.replaceChildren(...shown.map(rowOf));
    if (shown.length === 0)
      rows.append(
        h(
          'tr',
          {},
          h('td', { colspan: columns.length, class: 'empty' }, 'No invocation yet. Open an issue or the project page of the app.'),
        ),
      );
  };
  filter.addEventListener('input', draw);
  onLive('invocation', ({ record }) => {
    records.unshift(record);
    records.length = Math.min(records.length, keptRows);
    draw();
  });
  draw();
  const heads = columns.map((name, index) => h('th', { scope: 'col', class: index >= 4 && index <= 9 ? 'number' : null }, name));
  return h(
    'div',
    { class: 'page' },
    h('div', { class: 'page-head' }, h('h1', {}, 'Inspector')),
    h('p', { class: 'muted' }, 'Each run of one of the app’s functions, newest first. Press a time to see its statements and calls.'),
    h('div', { class: 'list-bar' }, filter),
    details,
    h(
      'div',
      { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': 'Invocations' },
      h('table', { class: 'list' }, h('thead', {}, h('tr', {}, heads)), rows),
    ),
  );
}

function invocationDetails(record: InvocationRecord): HTMLElement {
  const part = (title: string, entries: readonly Child[]): Child =>
    entries.length === 0
      ? null
      : [
          h('h3', {}, title),
          h(
            'ol',
            {},
            entries.map((entry) => h('li', {}, entry)),
          ),
        ];
  return h(
    'div',
    {},
    h('h2', {}, record.resolverName === null ? record.functionKey : `${record.functionKey} · ${record.resolverName}`),
    record.error === null ? null : h('p', { class: 'problem' }, record.error),
    part(
      'SQL requests',
      record.sql.map(({ query, ms, rows, ddl }) => [
        h('code', {}, query),
        h('span', { class: 'muted' }, ` ${ddl ? 'DDL, ' : ''}${rows} ${rows === 1 ? 'row' : 'rows'}, ${ms.toFixed(1)} ms`),
      ]),
    ),
    part(
      'Jira calls',
      record.jira.map(({ method, path, as, status, points }) => [
        h('code', {}, `${method} ${path}`),
        h('span', { class: 'muted' }, ` as ${as}: ${status}, ${points} ${points === 1 ? 'point' : 'points'}`),
      ]),
    ),
    part(
      'Realtime',
      record.realtime.map((channel) => h('code', {}, channel)),
    ),
    part(
      'Log',
      record.logs.map(({ level, text }) => h('code', {}, `${level}: ${text}`)),
    ),
    record.queuePushes === 0 ? null : h('p', {}, `Pushed ${record.queuePushes} ${record.queuePushes === 1 ? 'job' : 'jobs'} to a queue.`),
    record.sql.length + record.jira.length + record.realtime.length + record.logs.length + record.queuePushes === 0
      ? h('p', { class: 'muted' }, 'It asked nothing of the platform.')
      : null,
  );
}
