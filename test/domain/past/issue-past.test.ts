import fc from 'fast-check';
import { addDays, dayOf } from '../../../src/domain/calendar';
import { issuePast } from '../../../src/domain/past/issue-past';
import type { ChangeItem, History, IssueState, Named } from '../../../src/domain/past/issue-state';
import { pastByDay, presentState, stateAt } from '../../../src/domain/past/state-at';
import { at, entry, item, moved, now, pastOf, points, state, status } from './sample-past';

const whenOf = (...when: readonly string[]) => when.map(at);

describe('the past of an issue', () => {
  it('is its present where no entry speaks of it', () => {
    const past = pastOf(now('1', { status: status.done, labels: ['a'] }));
    expect(past.changes).toEqual([]);
    expect(past.first).toEqual(presentState(past));
  });

  it('does not reach back before the creation', () => {
    expect(stateAt(pastOf(now('1')), at('2026-10-01T07:59:59'))).toBeNull();
  });

  it('begins where the earliest entry came from, and changes at the moment of each', () => {
    const past = pastOf(
      now('1', { status: status.done }),
      moved('2026-10-20T10:00:00', status.doing, status.done),
      moved('2026-10-10T10:00:00', status.todo, status.doing),
    );
    const names = whenOf('2026-10-10T09:59:59', '2026-10-10T10:00:00', '2026-10-20T09:00:00', '2026-10-20T10:00:00').map(
      (when) => stateAt(past, when)?.status.name,
    );
    expect(names).toEqual(['To Do', 'In Progress', 'In Progress', 'Done']);
  });

  it('ends in the present, whatever the last entry says', () => {
    const past = pastOf(now('1', { status: status.doing }), moved('2026-10-10T10:00:00', status.todo, status.done));
    expect(stateAt(past, at('2026-10-11T00:00:00'))?.status.name).toBe('In Progress');
  });

  it('takes entries of one moment in the order of their ids', () => {
    const first = moved('2026-10-10T10:00:00', status.todo, status.doing);
    const second = moved('2026-10-10T10:00:00', status.doing, status.todo);
    expect(pastOf(now('1'), second, first).first.status.name).toBe('To Do');
  });

  it('follows values of a set one by one', () => {
    const version = (from: string | null, to: string | null): ChangeItem => item('Fix Version', { fieldId: 'fixVersions', from, to });
    const past = pastOf(
      now('1', { fixVersions: [{ id: '20', name: '2.0' }] }),
      entry('2026-10-05T10:00:00', version('10', null), version(null, '20')),
      entry('2026-10-03T10:00:00', version('15', null)),
    );
    const ids = whenOf('2026-10-02T00:00:00', '2026-10-04T00:00:00', '2026-10-06T00:00:00').map((when) =>
      stateAt(past, when)
        ?.fixVersions.map(({ id }) => id)
        .sort(),
    );
    expect(ids).toEqual([['10', '15'], ['10'], ['20']]);
  });

  it('makes the two forms in which Jira logs a change of parent one change', () => {
    const past = pastOf(
      now('1', { parent: { id: '7', name: 'WEB-7' } }),
      entry('2026-10-05T10:00:00', item('Epic Link', { custom: true, from: '6', fromText: 'WEB-6' })),
      entry('2026-10-05T10:00:01', item('IssueParentAssociation', { to: '7', toText: 'WEB-7' })),
    );
    expect(past.changes).toEqual([{ at: at('2026-10-05T10:00:00'), to: { parent: { id: '7', name: 'WEB-7' } } }]);
    expect(past.first.parent).toEqual({ id: '6', name: 'WEB-6' });
  });

  it('keeps every key the issue has had, the present one first', () => {
    const move = item('Key', { fromText: 'OLD-4', toText: 'WEB-1' });
    const project = item('project', { fieldId: 'project', from: '9', fromText: 'Old', to: '10000', toText: 'Web' });
    const past = pastOf(now('1', { key: 'WEB-1' }), entry('2026-10-05T10:00:00', move, project));
    expect(past.keys).toEqual(['WEB-1', 'OLD-4']);
    expect(past.first).toMatchObject({ key: 'OLD-4', project: { id: '9' } });
  });

  it('follows number fields by their id, and by their name where an entry says no id', () => {
    const past = pastOf(
      now('1', { numbers: { [points.id]: 8 } }),
      entry('2026-10-05T10:00:00', item('Story Points', { fieldId: points.id, fromText: '3', toText: '5' })),
      entry('2026-10-06T10:00:00', item('Story point estimate', { custom: true, fromText: '5', toText: '8' })),
      entry('2026-10-07T10:00:00', item('Story Points', { fieldId: 'customfield_99999', fromText: '1', toText: '2' })),
    );
    expect(whenOf('2026-10-04T00:00:00', '2026-10-05T12:00:00', '2026-10-06T12:00:00').map((when) => stateAt(past, when)?.numbers)).toEqual(
      [{ [points.id]: 3 }, { [points.id]: 5 }, { [points.id]: 8 }],
    );
  });

  it('knows a custom field that is called like one of Jira’s own apart', () => {
    const past = pastOf(now('1'), entry('2026-10-05T10:00:00', item('status', { custom: true, fromText: 'red', toText: 'green' })));
    expect(past.changes).toEqual([]);
  });
});

/** An edit of a random life, with the item Jira writes about it. */
type Edit = { readonly to: Partial<IssueState>; readonly items: readonly ChangeItem[] };

const same = (a: Named | null, b: Named | null): boolean => (a?.id ?? null) === (b?.id ?? null);
const sides = (from: Named | null, to: Named | null) => ({
  from: from?.id ?? null,
  fromText: from?.name ?? null,
  to: to?.id ?? null,
  toText: to?.name ?? null,
});
const named = (names: readonly string[]) => fc.constantFrom(...names).map((name): Named => ({ id: `id of ${name}`, name }));
const version = named(['1.0', '2.0', '3.0']);

const editOf = fc.oneof(
  named(['To Do', 'In Progress', 'Done']).map((to) => (before: IssueState): Edit => ({
    to: { status: to },
    items: same(before.status, to) ? [] : [item('status', { fieldId: 'status', ...sides(before.status, to) })],
  })),
  fc.option(named(['Fixed', "Won't Do"])).map((to) => (before: IssueState): Edit => ({
    to: { resolution: to },
    items: same(before.resolution, to) ? [] : [item('resolution', { fieldId: 'resolution', ...sides(before.resolution, to) })],
  })),
  fc.option(named(['WEB-8', 'WEB-9'])).map((to) => (before: IssueState): Edit => ({
    to: { parent: to },
    items: same(before.parent, to) ? [] : [item('IssueParentAssociation', sides(before.parent, to))],
  })),
  fc.uniqueArray(fc.constantFrom('a', 'b', 'c')).map((to) => (before: IssueState): Edit => ({
    to: { labels: to },
    items: [item('labels', { fieldId: 'labels', fromText: before.labels.join(' '), toText: to.join(' ') })],
  })),
  fc.uniqueArray(version, { selector: ({ name }) => name }).map((to) => (before: IssueState): Edit => ({
    to: { fixVersions: to },
    items: [
      ...before.fixVersions
        .filter((one) => !to.some((other) => same(one, other)))
        .map((one) => item('Fix Version', { fieldId: 'fixVersions', ...sides(one, null) })),
      ...to
        .filter((one) => !before.fixVersions.some((other) => same(one, other)))
        .map((one) => item('Fix Version', { fieldId: 'fixVersions', ...sides(null, one) })),
    ],
  })),
  fc.option(fc.nat(9)).map((to) => (before: IssueState): Edit => {
    const text = (value: number | null | undefined): string | null => (value === null || value === undefined ? null : String(value));
    return {
      to: { numbers: to === null ? {} : { [points.id]: to } },
      items: [item(points.name, { fieldId: points.id, fromText: text(before.numbers[points.id]), toText: text(to) })],
    };
  }),
);

const lives = fc
  .array(fc.tuple(fc.integer({ min: 3_000, max: 20 * 3_600_000 }), editOf), { maxLength: 25 })
  .map(
    (
      edits,
    ): { readonly states: readonly { readonly at: number; readonly state: IssueState }[]; readonly histories: readonly History[] } => {
      const states = [{ at: at('2026-10-01T08:00:00'), state: state() }];
      const histories: History[] = [];
      for (const [index, [after, edit]] of edits.entries()) {
        const last = states.at(-1) ?? { at: 0, state: state() };
        const { to, items } = edit(last.state);
        states.push({ at: last.at + after, state: { ...last.state, ...to } });
        histories.push({ id: String(index), at: last.at + after, items });
      }
      return { states, histories };
    },
  );

/** Sets have no order. */
const plain = (of: IssueState | null | undefined) =>
  of && { ...of, fixVersions: of.fixVersions.map(({ id }) => id).sort(), labels: [...of.labels].sort() };

describe('a random life', () => {
  it('is told back at every moment, from its end and its changelog in any order', () => {
    fc.assert(
      fc.property(lives, fc.infiniteStream(fc.nat()), ({ states, histories }, dice) => {
        const shuffled = histories.map((history) => ({ history, by: dice.next().value })).sort((a, b) => a.by - b.by);
        const end = states.at(-1)?.state ?? state();
        const past = issuePast(
          { issueId: '1', createdAt: at('2026-10-01T08:00:00'), statusCategory: 'todo', state: end },
          shuffled.map(({ history }) => history),
          [points],
        );
        for (const known of states) expect(plain(stateAt(past, known.at))).toEqual(plain(known.state));
      }),
    );
  });

  it('is told by the shorter past at the end of every day from the first on', () => {
    fc.assert(
      fc.property(lives, fc.nat(20), ({ states, histories }, skipped) => {
        const end = states.at(-1)?.state ?? state();
        const past = issuePast({ issueId: '1', createdAt: at('2026-10-01T08:00:00'), statusCategory: 'todo', state: end }, histories, [
          points,
        ]);
        const firstDay = addDays('2026-10-01', skipped);
        const short = pastByDay(past, Date.parse(firstDay));
        expect(short.changes.map((change) => dayOf(change.at))).toEqual([...new Set(short.changes.map((change) => dayOf(change.at)))]);
        for (let day = addDays(firstDay, -1); day <= '2026-10-25'; day = addDays(day, 1)) {
          const endOfDay = Date.parse(addDays(day, 1)) - 1;
          expect(plain(stateAt(short, endOfDay))).toEqual(plain(stateAt(past, endOfDay)));
        }
      }),
    );
  });
});
