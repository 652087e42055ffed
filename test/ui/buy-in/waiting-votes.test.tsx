/** The votes that wait for the reader, on a page: given in place, and gone then. */
import { screen, waitFor, within } from '@testing-library/react';
import type { WaitingVote } from '../../../src/contract/buy-in';
import { ApiError } from '../../../static/api-error';
import { WaitingVotes } from '../../../static/features/buy-in/waiting-votes';
import { people } from '../project-okrs/sample-okrs';
import { createFakeHost } from '../support/fake-host';
import { renderScreen } from '../support/render-screen';

const vote: WaitingVote = {
  roundId: 'round-01',
  lastDay: '2026-11-23',
  openedByAccountId: 'mia',
  objective: { id: 'o-7', key: 'O-7', title: 'Checkout feels instant', home: { level: 'company' } },
};

it('is nothing while none waits', async () => {
  const host = createFakeHost({ listWaitingVotes: () => [] });
  const { container } = renderScreen(<WaitingVotes />, host);
  await waitFor(() => expect(host.calls).toHaveLength(1));
  expect(container).toBeEmptyDOMElement();
});

it('takes a vote in place, after which it waits no more', async () => {
  let waiting: readonly WaitingVote[] = [vote];
  const host = createFakeHost(
    {
      listWaitingVotes: () => waiting,
      voteConfidence: () => {
        waiting = [];
        return null;
      },
    },
    { people },
  );
  const { user } = renderScreen(<WaitingVotes />, host);
  const item = await screen.findByRole('listitem', { name: 'O-7 Checkout feels instant' });
  expect(await within(item).findByText('Mia Kern')).toBeVisible();
  expect(item).toHaveTextContent('Mia Kern asks for your vote, through 23 Nov.');
  await user.click(within(item).getByRole('radio', { name: '7' }));
  await user.click(within(item).getByRole('button', { name: 'Vote' }));
  await waitFor(() => expect(screen.queryByRole('heading')).not.toBeInTheDocument());
  expect(host.calls.find(({ name }) => name === 'voteConfidence')?.input).toEqual({ roundId: 'round-01', confidence: 7, words: '' });
  expect(host.flags).toMatchObject([{ title: 'You voted on O-7', tone: 'success' }]);
});

it('says when a vote came too late', async () => {
  const host = createFakeHost(
    {
      listWaitingVotes: () => [vote],
      voteConfidence: () => {
        throw new ApiError({ code: 'CONFLICT', message: 'This vote is over.' });
      },
    },
    { people },
  );
  const { user } = renderScreen(<WaitingVotes />, host);
  await user.click(await screen.findByRole('radio', { name: '7' }));
  await user.click(screen.getByRole('button', { name: 'Vote' }));
  expect(await screen.findByText('This vote is over.')).toBeVisible();
});
