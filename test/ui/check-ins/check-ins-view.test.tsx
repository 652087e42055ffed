/** The view for check-ins: the queue one after the other by keyboard, what is sent, and how the team keeps the cycle. */
import { screen, waitFor, within } from '@testing-library/react';
import type { CheckInQueue, DueCheckIn, MovedIssues } from '../../../src/contract/check-ins';
import type { Input } from '../../../src/contract/api';
import { ApiError } from '../../../static/api-error';
import CheckInsView from '../../../static/features/check-ins/check-ins-view';
import { createFakeHost, type Answers } from '../support/fake-host';
import { renderScreen } from '../support/render-screen';
import { metric, objective, people, today, twoObjectives, work } from '../project-okrs/sample-okrs';

const none: MovedIssues = { named: [], total: 0, hidden: 0 };

const due = (keyResult: DueCheckIn['keyResult'], over: Partial<DueCheckIn> = {}): DueCheckIn => ({
  keyResult,
  objective: { id: 'o-7', key: 'O-7', title: 'A checkout people finish' },
  last: null,
  since: '2026-11-15T10:00:00.000Z',
  closed: none,
  added: none,
  slipped: none,
  isPartial: false,
  ...over,
});

const queue = (all: readonly DueCheckIn[], more = 0): CheckInQueue => ({ today, untilDay: '2026-11-22', due: all, more });

const first = due(work('KR-32', 'Ship the payment sheet'), {
  closed: { named: [{ issueId: '1', key: 'WEB-6', summary: 'The total flickers' }], total: 3, hidden: 1 },
});
const second = due(metric('KR-31', 'Seconds to pay'));

const view = (answers: Answers) => {
  const host = createFakeHost(answers, { people });
  return {
    host,
    ...renderScreen(<CheckInsView projectId="10000" objectives={twoObjectives} today={today} onOpenKeyResult={() => undefined} />, host),
  };
};

describe('the queue', () => {
  it('tells what happened, and confirms one after the other with Enter', async () => {
    const sent: Input<'checkIn'>[] = [];
    let left = [first, second];
    const { user } = view({
      getCheckInQueue: () => queue(left),
      checkIn: (input) => {
        sent.push(input);
        left = left.filter(({ keyResult }) => keyResult.id !== input.keyResultId);
        return first.keyResult;
      },
    });
    const form = within(await screen.findByRole('form', { name: /KR-32/ }));
    expect(form.getByText('The total flickers')).toBeInTheDocument();
    expect(form.getByText('1 more, 1 you cannot see')).toBeInTheDocument();
    await user.type(form.getByRole('spinbutton', { name: 'Confidence, 1 to 10' }), '7');
    await user.type(form.getByRole('textbox', { name: 'Why, in one line' }), 'Reviews are done{Enter}');
    await waitFor(() => expect(screen.getByRole('spinbutton', { name: 'Value today (s)' })).toHaveFocus());
    expect(screen.queryByRole('form', { name: /KR-32/ })).not.toBeInTheDocument();
    expect(sent).toEqual([{ id: expect.any(String), keyResultId: first.keyResult.id, confidence: 7, words: 'Reviews are done' }]);

    await user.keyboard('{Enter}');
    expect(await screen.findByText('All checked in')).toBeInTheDocument();
    expect(sent[1]).toEqual({ id: expect.any(String), keyResultId: second.keyResult.id, value: 3.3 });
  });

  it('marks what cannot be sent, and keeps the words when the request fails', async () => {
    const { user, host } = view({
      getCheckInQueue: () => queue([first]),
      checkIn: () => {
        throw new ApiError({ code: 'FORBIDDEN', message: 'Q4 2026 is closed.' });
      },
    });
    const confidence = await screen.findByRole('spinbutton', { name: 'Confidence, 1 to 10' });
    await user.type(confidence, '11{Enter}');
    expect(screen.getByText('Give a whole number from 1 to 10, or leave it empty.')).toBeInTheDocument();
    expect(host.calls.filter(({ name }) => name === 'checkIn')).toEqual([]);
    await user.clear(confidence);
    await user.type(screen.getByRole('textbox', { name: 'Why, in one line' }), 'Late{Enter}');
    expect(await screen.findByText('Q4 2026 is closed.')).toBeInTheDocument();
    expect(screen.getByRole('textbox', { name: 'Why, in one line' })).toHaveValue('Late');
  });

  it('says when there is nothing to do, and when it could not be loaded', async () => {
    view({ getCheckInQueue: () => queue([]) });
    expect(await screen.findByText('Nothing to check in on this week')).toBeInTheDocument();
  });

  it('offers another try when it could not be loaded', async () => {
    view({
      getCheckInQueue: () => {
        throw new ApiError({ code: 'INTERNAL', message: 'Something went wrong on our side.' });
      },
    });
    expect(await screen.findByRole('button', { name: 'Retry' })).toBeInTheDocument();
  });
});

describe('the team', () => {
  it('is listed with who has checked in and who is due, the longest due first', async () => {
    const attention = { lastDay: '2026-11-02', dueDay: '2026-11-09', isStale: true };
    const stale = work('KR-50', 'Nobody looks', { attention, health: 'at-risk', healthBecause: 'stale' });
    const host = createFakeHost({ getCheckInQueue: () => queue([]) }, { people });
    const objectives = [objective('O-7', 'A checkout people finish', [metric('KR-31', 'Seconds to pay'), stale])];
    renderScreen(<CheckInsView projectId="10000" objectives={objectives} today={today} onOpenKeyResult={() => undefined} />, host);
    const rows = await screen.findAllByRole('row');
    expect(rows.map((row) => row.textContent)).toEqual([
      expect.stringContaining('Key result'),
      expect.stringMatching(/KR-50.*At risk · stale.*stale since 9 Nov/),
      expect.stringMatching(/KR-31.*due 25 Nov/),
    ]);
    expect(await screen.findByText('Nothing to check in on this week')).toBeInTheDocument();
  });
});
