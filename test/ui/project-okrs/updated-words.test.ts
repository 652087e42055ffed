import { updatedWords } from '../../../static/features/project-okrs/updated-words';
import { metric, objective, today, work } from './sample-okrs';

const jira = { by: 'jira', jql: 'project = WEB', measure: 'count' } as const;

describe('how long ago somebody looked', () => {
  const { metric: byHand } = metric('KR-31', 'Seconds to pay');
  const nobodyYet = { lastDay: null, dueDay: '2026-11-25', isStale: false };

  test.each([
    ['today', work('KR-32', 'Ship it', { updatedAt: '2026-11-22T00:10:00.000Z' })],
    ['2 d ago', work('KR-32', 'Ship it', { updatedAt: '2026-11-20T23:50:00.000Z' })],
    ['stale 11 d', work('KR-32', 'Ship it', { attention: { lastDay: '2026-11-11', dueDay: '2026-11-18', isStale: true } })],
    ['live', metric('KR-31', 'Open bugs', { metric: { ...byHand, source: jira }, attention: nobodyYet })],
    ['2 d ago', metric('KR-31', 'Seconds to pay', { attention: nobodyYet })],
    ['2 d ago', objective('O-7', 'A checkout people finish', [])],
  ])('is %s', (short, of) => {
    expect(updatedWords(of, today).short).toBe(short);
  });

  it('is a sentence for the ear', () => {
    expect(updatedWords(work('KR-32', 'Ship it', { updatedAt: '2026-11-21T10:00:00.000Z' }), today).long).toBe('Updated 1 day ago');
  });
});
