/** Key results of the kinds whose forms these tests are about, beside those of the project page's samples. */
import type { KeyResultView } from '../../../src/contract/okr';
import { work } from '../project-okrs/sample-okrs';

const base = (key: string, title: string) => {
  const { kind: _kind, rule: _rule, work: _work, progress: _progress, health: _health, ...shared } = work(key, title);
  return shared;
};

type Of<K extends KeyResultView['kind']> = Extract<KeyResultView, { readonly kind: K }>;

export const band = (key: string, title: string, over: Partial<Of<'band'>> = {}): Of<'band'> => ({
  ...base(key, title),
  kind: 'band',
  progress: 1,
  health: 'on-track',
  band: { low: 11, high: 14, current: 12.5, currentDay: '2026-11-18', unit: 'ct', source: { by: 'hand' } },
  track: null,
  ...over,
});

export const milestones = (key: string, title: string, over: Partial<Of<'milestones'>> = {}): Of<'milestones'> => ({
  ...base(key, title),
  kind: 'milestones',
  progress: 0.5,
  health: 'on-track',
  milestones: [
    { id: 'milestone-1', title: 'Auditor chosen', weight: 1, reachedDay: '2026-10-20' },
    { id: 'milestone-2', title: 'Certificate on the site', weight: 1, reachedDay: null },
  ],
  ...over,
});
