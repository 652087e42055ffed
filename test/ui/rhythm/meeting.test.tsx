/** The meeting: in which order it walks, by mouse and by key, checks in on the way, and what it says at its end. */
import { screen } from '@testing-library/react';
import type { Input } from '../../../src/contract/api';
import type { DueCheckIn } from '../../../src/contract/check-ins';
import type { KeyResultView, ObjectiveView } from '../../../src/contract/okr';
import type { BlockerView } from '../../../src/contract/rhythm';
import { ApiError } from '../../../static/api-error';
import Meeting from '../../../static/features/rhythm/meeting';
import { meetingOrder } from '../../../static/features/rhythm/meeting-order';
import { metric, objective, people, today, work } from '../project-okrs/sample-okrs';
import { createFakeHost, type Answers } from '../support/fake-host';
import { renderScreen } from '../support/render-screen';

const none = { named: [], total: 0, hidden: 0 };
const at = (keyResult: KeyResultView, over: Partial<KeyResultView>): KeyResultView => ({ ...keyResult, ...over }) as KeyResultView;

const calm = at(work('KR-1', 'All is well'), { health: 'on-track' });
const risky = at(work('KR-2', 'A little late'), { health: 'at-risk' });
const blocked = at(work('KR-3', 'Waiting for the bank'), { health: 'on-track' });
const lost = at(metric('KR-4', 'Seconds to pay'), { health: 'off-track' });
const forgotten = at(work('KR-5', 'Nobody looks'), {
  health: 'on-track',
  attention: { lastDay: null, dueDay: '2026-11-01', isStale: true },
});
const page = [objective('O-1', 'One', [calm, risky, blocked]), objective('O-2', 'Two', [lost, forgotten])];
const blockers: readonly BlockerView[] = [{ keyResultId: blocked.id, sinceDay: '2026-11-10', words: 'The bank is slow' }];

const prepared = (keyResult: KeyResultView): DueCheckIn => ({
  keyResult,
  objective: { id: 'o-1', key: 'O-1', title: 'One' },
  last: {
    id: 'said',
    keyResultId: keyResult.id,
    day: '2026-11-15',
    at: '2026-11-15T10:00:00.000Z',
    byAccountId: 'jan',
    value: null,
    confidence: 6,
    words: `Last words of ${keyResult.key}`,
    blockers: '',
    progress: 0.3,
    isCorrected: false,
    version: 1,
  },
  since: '2026-11-15T10:00:00.000Z',
  closed: none,
  added: none,
  slipped: none,
  isPartial: false,
});

const meet = (objectives: readonly ObjectiveView[] = page, answers: Answers = {}) => {
  let left = false;
  const host = createFakeHost(
    {
      listBlockers: () => blockers,
      prepareCheckIn: ({ keyResultId }) => {
        const found = objectives.flatMap(({ keyResults }) => keyResults).find(({ id }) => id === keyResultId);
        if (!found) throw new ApiError({ code: 'NOT_FOUND', message: 'This key result is gone.' });
        return prepared(found);
      },
      ...answers,
    },
    { people, projects: { '10000': { key: 'WEB', name: 'Acme Web' } } },
  );
  const view = renderScreen(<Meeting objectives={objectives} cycleId="2026-q4" today={today} onLeave={() => (left = true)} />, host);
  return { host, hasLeft: () => left, ...view };
};

const title = async (key: string) => screen.findByRole('heading', { level: 2, name: new RegExp(`^${key} `) });

it('walks what needs talk by its gravest reason, then the rest as it stands', () => {
  const { talk, rest } = meetingOrder(page, blockers);
  expect(talk.map(({ keyResultId, reasons }) => [keyResultId, reasons])).toEqual([
    [lost.id, ['off-track']],
    [blocked.id, ['blocked']],
    [forgotten.id, ['stale']],
    [risky.id, ['at-risk']],
  ]);
  expect(rest.map(({ keyResultId }) => keyResultId)).toEqual([calm.id]);
});

it('shows one key result after the other by arrow keys and by J and K, and takes the others on request', async () => {
  const { user } = meet();
  await title('KR-4');
  expect(screen.getByText('1 of 4')).toBeInTheDocument();
  await user.keyboard('{ArrowRight}');
  expect(await title('KR-3')).toHaveFocus();
  expect(screen.getByText('The bank is slow')).toBeInTheDocument();
  expect(await screen.findByText('Last words of KR-3')).toBeInTheDocument();
  await user.keyboard('jj');
  await title('KR-2');
  await user.keyboard('k');
  await title('KR-5');
  expect(screen.queryByRole('button', { name: /^Go on/ })).not.toBeInTheDocument();
  await user.keyboard('{ArrowRight}{ArrowRight}');
  await user.click(screen.getByRole('button', { name: 'Go on with the other 1' }));
  await title('KR-1');
  expect(screen.getByText('5 of 5')).toBeInTheDocument();
});

it('leaves the keys to whoever types', async () => {
  const { user } = meet();
  await title('KR-4');
  await user.type(await screen.findByRole('textbox', { name: 'Why, in one line' }), 'jk');
  expect(screen.getByRole('textbox', { name: 'Why, in one line' })).toHaveValue('jk');
  expect(screen.getByText('1 of 4')).toBeInTheDocument();
});

it('checks in in place, and says at the end what was decided', async () => {
  const sent: Input<'checkIn'>[] = [];
  const { user, hasLeft } = meet(page, {
    checkIn: (input) => {
      sent.push(input);
      return lost;
    },
  });
  await user.type(await screen.findByRole('textbox', { name: 'Why, in one line' }), 'We cut the scope');
  await user.type(screen.getByRole('textbox', { name: 'What stands in the way' }), 'One supplier{Enter}');
  expect(await screen.findByText('Checked in.')).toBeInTheDocument();
  expect(sent).toMatchObject([{ keyResultId: lost.id, confidence: 6, words: 'We cut the scope', blockers: 'One supplier' }]);
  await user.click(screen.getByRole('button', { name: 'Next' }));
  await user.click(screen.getByRole('button', { name: 'End the meeting' }));
  expect(await screen.findByRole('textbox', { name: 'What was decided' })).toHaveValue(
    [
      'Acme Web, meeting of 22 Nov: 2 key results looked at, 1 check-in made',
      '- KR-4 Seconds to pay, confidence 6 of 10',
      '  We cut the scope',
      '  In the way: One supplier',
      '',
    ].join('\n'),
  );
  expect(screen.getByRole('button', { name: 'Copy' })).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Close' }));
  expect(hasLeft()).toBe(true);
});

it('says when nothing needs talk, and walks through everything all the same', async () => {
  const { user } = meet([objective('O-1', 'One', [calm])], { listBlockers: () => [] });
  expect(await screen.findByText('Nothing needs talk')).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Walk all 1' }));
  await title('KR-1');
});

it('offers another try when it could not be prepared', async () => {
  let fails = true;
  const { user } = meet(page, {
    listBlockers: () => {
      if (fails) throw new ApiError({ code: 'INTERNAL', message: 'Something went wrong on our side.' });
      return [];
    },
  });
  await screen.findByText('The meeting could not be prepared');
  fails = false;
  await user.click(screen.getByRole('button', { name: 'Retry' }));
  await title('KR-4');
});
