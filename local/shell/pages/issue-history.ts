/** The changelog of an issue, newest first. */
import { h } from './dom';
import { formatInstant } from './format';
import { avatar } from './issue-marks';
import type { FullIssue, History } from './jira';

export function issueHistory(issue: FullIssue): HTMLElement {
  const histories = [...(issue.changelog?.histories ?? [])].sort((a, b) => Date.parse(b.created) - Date.parse(a.created));
  return h(
    'section',
    { class: 'history', 'aria-label': 'History' },
    h('h2', {}, 'History'),
    histories.length === 0
      ? h('p', { class: 'muted' }, 'Nothing has changed since the issue was created.')
      : h('ol', { reversed: true }, histories.map(entryOf)),
  );
}

function entryOf({ created, author, items }: History): HTMLElement {
  return h(
    'li',
    {},
    author ? avatar(author) : h('span', { class: 'avatar avatar-nobody', 'aria-hidden': 'true' }),
    h(
      'div',
      {},
      h(
        'p',
        {},
        h('strong', {}, h('bdi', {}, author?.displayName ?? 'Someone')),
        ' changed ',
        h('strong', {}, items.map(({ field }) => field).join(', ')),
        ' ',
        h('time', { datetime: created, class: 'muted' }, formatInstant(created)),
      ),
      h(
        'ul',
        {},
        items.map((item) =>
          h(
            'li',
            {},
            h('span', { class: 'was' }, wordOf(item.fromString)),
            h('span', { 'aria-label': 'became' }, ' → '),
            h('span', {}, wordOf(ownToString(item))),
          ),
        ),
      ),
    ),
  );
}

/** Jira calls a member `toString`, which every object already has. */
function ownToString(item: object): unknown {
  return Object.hasOwn(item, 'toString') ? Reflect.get(item, 'toString') : null;
}

function wordOf(value: unknown): string {
  return typeof value === 'string' && value !== '' ? value : 'None';
}
