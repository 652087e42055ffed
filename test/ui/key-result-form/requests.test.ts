/** What the form of a key result asks for when it is saved, and what it refuses to send. */
import { inputs } from '../../../src/contract/inputs';
import type { KeyResultView } from '../../../src/contract/okr';
import type { CountingRule } from '../../../src/domain/model';
import { checkKeyResult, keyResultDraftOf, ruleIn, type KeyResultDraft } from '../../../static/features/key-result-form/key-result-draft';
import {
  checkEdit,
  createKeyResultInput,
  editKeyResultInput,
  needsReason,
} from '../../../static/features/key-result-form/key-result-input';
import { changesRule, checkRule, ruleDraftOf, ruleOf } from '../../../static/features/key-result-form/rule-draft';
import { metric, work } from '../project-okrs/sample-okrs';
import { band, milestones } from './samples';

const fromJira = { by: 'jira', jql: 'labels = slow', measure: 'sum', fieldId: 'customfield_10020' } as const;
const everyKind: readonly KeyResultView[] = [
  work('KR-1', 'Work'),
  metric('KR-2', 'Metric'),
  metric('KR-3', 'Metric from Jira', {
    metric: { start: 40, target: 5, current: 17, currentDay: '2026-11-18', unit: '', source: fromJira },
  }),
  band('KR-4', 'Band'),
  milestones('KR-5', 'Milestones'),
];

const edited = (keyResult: KeyResultView, over: Partial<KeyResultDraft>) =>
  editKeyResultInput(keyResult, { ...keyResultDraftOf(keyResult), ...over });

describe('every kind of key result', () => {
  it.each(everyKind)('$title: is created by a request the backend accepts', (keyResult) => {
    const input = createKeyResultInput('new-id-0001', 'o-7', keyResult.kind, keyResultDraftOf(keyResult));
    expect(inputs.createKeyResult.safeParse(input).error?.issues ?? []).toEqual([]);
    expect(input.kind).toBe(keyResult.kind);
  });

  it.each(everyKind)('$title: finds nothing wrong with what is stored, and sends nothing of a form nobody touched', (keyResult) => {
    expect(checkEdit(keyResult, keyResultDraftOf(keyResult))).toEqual({});
    expect(edited(keyResult, {})).toBeNull();
    expect(edited(keyResult, { weight: '1.0', reason: 'Why not' })).toBeNull();
  });

  it.each(everyKind)('$title: sends one changed word and no more', (keyResult) => {
    const input = edited(keyResult, { title: ' Another title ' });
    expect(input).toEqual({ id: keyResult.id, version: 1, title: 'Another title' });
  });

  it.each(everyKind)('$title: may be without a date of its own', (keyResult) => {
    expect(edited(keyResult, { dueDay: '' })).toEqual({ id: keyResult.id, version: 1, dueDay: null });
  });
});

describe('a counting rule', () => {
  const rules: readonly CountingRule[] = [
    { weightBy: 'count', unestimated: 'leave-out', inProgressCredit: 0, wanted: null, shared: 'repeat' },
    { weightBy: 'count', unestimated: 'leave-out', inProgressCredit: 0.15, wanted: 40, shared: 'split' },
    { weightBy: 'points', unestimated: 2, inProgressCredit: 0.5, wanted: null, shared: 'repeat' },
    { weightBy: 'estimate', unestimated: 5400, inProgressCredit: 0.29, wanted: 720000, shared: 'repeat' },
    { weightBy: 'field', fieldId: 'customfield_10020', unestimated: 0, inProgressCredit: 0.07, wanted: 12.5, shared: 'split' },
  ];

  it.each(rules)('by $weightBy comes back from the form as it went in', (rule) => {
    expect(ruleOf(ruleDraftOf(rule))).toEqual(rule);
    expect(checkRule(ruleDraftOf(rule))).toEqual({});
    expect(changesRule(rule, ruleDraftOf(rule))).toBe(false);
  });

  it('shows estimates in hours', () => {
    expect(ruleDraftOf({ weightBy: 'estimate', unestimated: 5400, inProgressCredit: 0, wanted: 7200, shared: 'repeat' })).toMatchObject({
      unestimated: '1.5',
      wanted: '2',
    });
  });

  it('travels whole when one part of it changed', () => {
    const keyResult = work('KR-1', 'One', {
      rule: { weightBy: 'points', unestimated: 2, inProgressCredit: 0.5, wanted: null, shared: 'repeat' },
    });
    expect(edited(keyResult, { unestimatedAs: 'leave-out' })).toEqual({
      id: 'kr-1',
      version: 1,
      rule: { weightBy: 'points', unestimated: 'leave-out', inProgressCredit: 0.5, wanted: null, shared: 'repeat' },
    });
  });

  it('is not changed by what only another choice would mean', () => {
    expect(edited(work('KR-1', 'One'), { wanted: '40', unestimated: '2', weightField: 'customfield_1' })).toBeNull();
  });

  it.each([
    ['a field', { weightBy: 'field' }, 'weightField'],
    ['what an issue without points counts', { weightBy: 'points', unestimatedAs: 'weight' }, 'unestimated'],
    ['points that are not negative', { weightBy: 'points', unestimatedAs: 'weight', unestimated: '-1' }, 'unestimated'],
    ['credit up to 50 %', { inProgressCredit: '51' }, 'inProgressCredit'],
    ['credit at all', { inProgressCredit: '' }, 'inProgressCredit'],
    ['the amount that is wanted', { against: 'wanted' }, 'wanted'],
    ['an amount above 0', { against: 'wanted', wanted: '0' }, 'wanted'],
  ] as const)('asks for %s', (_name, over, field) => {
    expect(Object.keys(checkEdit(work('KR-1', 'One'), { ...keyResultDraftOf(work('KR-1', 'One')), ...over }))).toEqual([field]);
  });

  it('of a work track is edited beside the metric', () => {
    const counts = work('KR-9', 'Any').work;
    const rule: CountingRule = { weightBy: 'count', unestimated: 'leave-out', inProgressCredit: 0, wanted: null, shared: 'repeat' };
    const twoTracks = metric('KR-2', 'Two tracks', { track: { progress: 0.9, rule, work: counts, diverges: true } });
    expect(ruleIn(twoTracks)).toEqual(rule);
    expect(edited(twoTracks, { shared: 'split' })).toMatchObject({ rule: { ...rule, shared: 'split' } });
    expect(edited(metric('KR-2', 'One track'), { shared: 'split' })).toBeNull();
  });
});

describe('the source of a value', () => {
  it('travels whole', () => {
    expect(edited(metric('KR-2', 'Two'), { valueBy: 'jira', jql: ' labels = slow ' })).toMatchObject({
      source: { by: 'jira', jql: 'labels = slow', measure: 'count' },
    });
  });

  it('can be given back to people', () => {
    const measured = band('KR-4', 'Band', { band: { low: 1, high: 2, current: 1, currentDay: null, unit: '', source: fromJira } });
    expect(edited(measured, { valueBy: 'hand' })).toMatchObject({ source: { by: 'hand' } });
  });

  it.each([
    ['a query', { valueBy: 'jira', jql: ' ' }, 'jql'],
    ['a field', { valueBy: 'jira', jql: 'x', measure: 'average', valueField: '' }, 'valueField'],
  ] as const)('asks for %s', (_name, over, field) => {
    expect(Object.keys(checkKeyResult('metric', false, { ...keyResultDraftOf(metric('KR-2', 'Two')), ...over }))).toEqual([field]);
  });
});

describe('the reason for a change of plan', () => {
  const begun = work('KR-1', 'One', { asksReason: true });
  const draft = keyResultDraftOf(begun);

  it.each([
    ['the due day', begun, { dueDay: '2027-01-31' }],
    ['the weight', begun, { weight: '2' }],
    ['the rule', begun, { inProgressCredit: '25' }],
    ['the target', metric('KR-2', 'Two', { asksReason: true }), { target: '1' }],
    ['the upper end', band('KR-4', 'Band', { asksReason: true }), { high: '15' }],
    ['the source', metric('KR-2', 'Two', { asksReason: true }), { valueBy: 'jira', jql: 'labels = slow' }],
    [
      'the milestones',
      milestones('KR-5', 'Five', { asksReason: true }),
      { milestones: [{ id: 'milestone-1', title: 'Only this', weight: '1', reachedDay: '' }] },
    ],
  ] as const)('is asked for when %s changes, and goes with it', (_name, keyResult, over) => {
    const changed = { ...keyResultDraftOf(keyResult), ...over };
    expect(Object.keys(checkEdit(keyResult, changed))).toEqual(['reason']);
    expect(checkEdit(keyResult, { ...changed, reason: 'New facts' })).toEqual({});
    const input = editKeyResultInput(keyResult, { ...changed, reason: ' New facts ' });
    expect(input?.reason).toBe('New facts');
    expect(inputs.editKeyResult.safeParse(input).error?.issues ?? []).toEqual([]);
  });

  it('is not asked for words, people, or the day a milestone was reached', () => {
    expect(needsReason(begun, { ...draft, title: 'Another', owner: 'mia' })).toBe(false);
    const reached = milestones('KR-5', 'Five', { asksReason: true });
    const rows = keyResultDraftOf(reached).milestones.map((row) => ({ ...row, reachedDay: '2026-11-01' }));
    expect(needsReason(reached, { ...keyResultDraftOf(reached), milestones: rows })).toBe(false);
    expect(edited(reached, { milestones: rows })?.milestones).toHaveLength(2);
  });

  it('is not asked for before the plan has begun, nor sent with nothing changed', () => {
    expect(needsReason(work('KR-1', 'One'), { ...draft, weight: '2' })).toBe(false);
    expect(editKeyResultInput(begun, { ...draft, title: 'Another', reason: 'Typed, then taken back' })).not.toHaveProperty('reason');
  });
});

describe('a form that is not complete', () => {
  it.each([
    ['a title', work('KR-1', 'One'), { title: ' ' }, 'title'],
    ['a weight above 0', work('KR-1', 'One'), { weight: '0' }, 'weight'],
    ['a due day from the start on', work('KR-1', 'One'), { startDay: '2026-12-01', dueDay: '2026-11-30' }, 'dueDay'],
    ['a start', metric('KR-2', 'Two'), { start: '' }, 'start'],
    ['a target', metric('KR-2', 'Two'), { target: 'x' }, 'target'],
    ['a target that is not the start', metric('KR-2', 'Two'), { start: '5', target: '5.0' }, 'target'],
    ['a lower end', band('KR-4', 'Four'), { low: '' }, 'low'],
    ['an upper end that is not below the lower', band('KR-4', 'Four'), { low: '3', high: '2' }, 'high'],
    ['a milestone', milestones('KR-5', 'Five'), { milestones: [] }, 'milestones'],
    [
      'names of milestones',
      milestones('KR-5', 'Five'),
      { milestones: [{ id: 'milestone-1', title: ' ', weight: '1', reachedDay: '' }] },
      'milestones',
    ],
    [
      'weights of milestones',
      milestones('KR-5', 'Five'),
      { milestones: [{ id: 'milestone-1', title: 'One', weight: '', reachedDay: '' }] },
      'milestones',
    ],
  ] as const)('asks for %s', (_name, keyResult, over, field) => {
    expect(Object.keys(checkEdit(keyResult, { ...keyResultDraftOf(keyResult), ...over }))).toEqual([field]);
  });

  it('accepts a target of 0, and a band of one value', () => {
    expect(checkEdit(metric('KR-2', 'Two'), { ...keyResultDraftOf(metric('KR-2', 'Two')), target: '0' })).toEqual({});
    expect(checkEdit(band('KR-4', 'Four'), { ...keyResultDraftOf(band('KR-4', 'Four')), low: '5', high: '5' })).toEqual({});
  });
});
