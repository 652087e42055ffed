/** What an objective serves, and the contributions that wait for an answer. */
import { screen, waitFor, within } from '@testing-library/react';
import type { ContributionRequest, ParentView } from '../../src/contract/contributions';
import { inputs } from '../../src/contract/inputs';
import { ApiError } from '../../static/api-error';
import { AlignmentSection } from '../../static/features/contributions/alignment-section';
import { SupportsLine } from '../../static/features/contributions/supports-line';
import { WaitingContributions } from '../../static/features/contributions/waiting-contributions';
import { objective, people } from './project-okrs/sample-okrs';
import { createFakeHost, type Answers } from './support/fake-host';
import { renderScreen } from './support/render-screen';

const company = { level: 'company' } as const;
const parent = (given: Partial<ParentView> = {}): ParentView => ({
  objective: { id: 'o-1', key: 'O-1', title: 'Become the default way to pay', home: company, keyResult: null },
  broken: null,
  contribution: { state: 'accepted', byAccountId: 'anna', at: '2026-10-02T08:00:00.000Z', words: null },
  ...given,
});
const state = (given: Partial<ParentView['contribution']>): Pick<ParentView, 'contribution'> => ({
  contribution: { ...parent().contribution, ...given },
});

describe('the line under a title', () => {
  const keyResult = { id: 'kr-4', key: 'KR-4', title: 'Halve the cost of a support case' };
  it.each([
    [parent(), 'supports O-1 Become the default way to pay'],
    [
      parent({ objective: { id: 'o-1', key: 'O-1', title: 'X', home: company, keyResult } }),
      'supports KR-4 Halve the cost of a support case',
    ],
    [parent({ objective: null }), 'supports an objective you cannot see'],
    [parent(state({ state: 'waiting' })), 'supports O-1 Become the default way to pay⚠ waiting to be accepted'],
    [parent(state({ state: 'declined' })), 'supports O-1 Become the default way to pay⚠ declined'],
    [parent({ broken: 'objective' }), 'supports O-1 Become the default way to pay⚠ that objective is archived'],
    [
      parent({ broken: 'key-result' }),
      'supports O-1 Become the default way to pay⚠ its key result is gone, the objective stands in for it',
    ],
  ])('says what is served and what is wrong with that', (shown, words) => {
    const { container } = renderScreen(<SupportsLine parent={shown} />, createFakeHost({}));
    expect(container).toHaveTextContent(words);
  });
});

const request: ContributionRequest = {
  objective: { id: 'o-7', key: 'O-7', title: 'Checkout feels instant', home: company, ownerAccountId: 'mia', version: 3 },
  parent: { id: 'o-1', key: 'O-1', title: 'Become the default way to pay', home: company, keyResult: null },
  contribution: { state: 'waiting', byAccountId: 'mia', at: '2026-11-20T08:00:00.000Z', words: 'It carries half of yours' },
  wouldCount: true,
};

const openWaiting = (answers: Answers = {}) => {
  let waiting = [request];
  const host = createFakeHost(
    {
      listContributions: () => ({ waiting, more: 0, hidden: 0 }),
      answerContribution: () => {
        waiting = [];
        return objective('O-7', 'Checkout feels instant', []);
      },
      ...answers,
    },
    { people },
  );
  const answered = () => {
    const input = host.calls.find(({ name }) => name === 'answerContribution')?.input;
    if (input !== undefined) expect(inputs.answerContribution.safeParse(input).error?.issues ?? []).toEqual([]);
    return input;
  };
  return { host, answered, ...renderScreen(<WaitingContributions />, host) };
};

describe('what waits for an answer', () => {
  it('says who asks for what with which words, and what accepting does', async () => {
    openWaiting();
    const item = await screen.findByRole('listitem', { name: 'O-7 Checkout feels instant' });
    expect(item).toHaveTextContent('wants to serve O-1 Become the default way to pay. Accepted, it counts in the progress of O-1.');
    expect(item).toHaveTextContent('It carries half of yours');
    expect(screen.getByRole('heading', { name: 'Waiting for your answer 1' })).toBeInTheDocument();
  });

  it('is accepted with one press, and is gone', async () => {
    const { user, host, answered } = openWaiting();
    await user.click(await screen.findByRole('button', { name: 'Accept O-7' }));
    await waitFor(() => expect(screen.queryByRole('heading')).not.toBeInTheDocument());
    expect(answered()).toEqual({ answer: 'accept', objectiveId: 'o-7', version: 3 });
    expect(host.flags).toEqual([{ title: 'O-7 contributes to O-1', tone: 'success' }]);
  });

  it('is declined only with a reason, by keyboard alone, and Esc goes back to where one was', async () => {
    const { user, answered } = openWaiting();
    const decline = await screen.findByRole('button', { name: 'Decline O-7' });
    decline.focus();
    await user.keyboard('{Enter}{Escape}');
    expect(screen.getByRole('button', { name: 'Decline O-7' })).toHaveFocus();
    await user.keyboard('{Enter}');
    expect(screen.getByRole('textbox', { name: /Why not/ })).toHaveFocus();
    await user.keyboard('{Enter}');
    expect(screen.getByText('Say in a few words why, for those who asked.')).toBeInTheDocument();
    expect(answered()).toBeUndefined();
    await user.keyboard('Not this quarter{Enter}');
    await waitFor(() => expect(screen.queryByRole('heading')).not.toBeInTheDocument());
    expect(answered()).toEqual({ answer: 'decline', objectiveId: 'o-7', version: 3, reason: 'Not this quarter' });
  });

  it('stays with the backend’s words when the answer was not saved', async () => {
    const { user } = openWaiting({
      answerContribution: () => {
        throw new ApiError({ code: 'CONFLICT', message: 'Somebody else changed this objective.' });
      },
    });
    await user.click(await screen.findByRole('button', { name: 'Accept O-7' }));
    expect(await screen.findByText('Somebody else changed this objective.')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Decline O-7' })).toBeInTheDocument();
  });

  it('counts what is in projects one cannot see', async () => {
    openWaiting({ listContributions: () => ({ waiting: [], more: 0, hidden: 2 }) });
    expect(await screen.findByText(/2 in projects you cannot see/)).toBeInTheDocument();
  });

  it('is tried again when it could not be loaded', async () => {
    let isDown = true;
    const { user } = openWaiting({
      listContributions: () => {
        if (isDown) throw new ApiError({ code: 'INVALID', message: 'Not now.' });
        return { waiting: [request], more: 0, hidden: 0 };
      },
    });
    const again = await screen.findByRole('button', { name: 'Retry' });
    isDown = false;
    await user.click(again);
    expect(await screen.findByRole('button', { name: 'Accept O-7' })).toBeInTheDocument();
  });
});

describe('the objective’s side', () => {
  const show = (of: ParentView, may = true, audience: readonly string[] | null = null) => {
    const shown = { ...objective('O-7', 'Checkout feels instant', []), parent: of, audience };
    const host = createFakeHost({ askContribution: () => shown }, { people });
    return { host, ...renderScreen(<AlignmentSection objective={shown} may={may} arrives={false} />, host) };
  };

  it('shows a refusal with its reason, and asks again with words', async () => {
    const { user, host } = show(parent(state({ state: 'declined', words: 'Not what we mean' })));
    expect(screen.getByText('Not what we mean')).toBeInTheDocument();
    expect(screen.getByText(/Declined. It counts for nothing above until it is accepted./)).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Ask again' }));
    await user.keyboard('It carries half of yours{Enter}');
    await waitFor(() => expect(screen.getByRole('button', { name: 'Ask again' })).toBeInTheDocument());
    const input = host.calls.find(({ name }) => name === 'askContribution')?.input;
    expect(input).toEqual({ objectiveId: 'o-7', version: 1, words: 'It carries half of yours' });
    expect(inputs.askContribution.safeParse(input).success).toBe(true);
  });

  it('offers nothing to those who may not change it, and once it is accepted', () => {
    const { unmount } = show(parent(state({ state: 'waiting' })), false);
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
    unmount();
    show(parent());
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });

  it('says that nobody is asked who may not see a private one', () => {
    show(parent(state({ state: 'waiting' })), true, []);
    expect(within(document.body).getByText(/while it is private/)).toBeInTheDocument();
  });
});
