/** People and an objective, where it is opened: what one reads, what one says, and what stays unseen. */
import { screen, waitFor, within } from '@testing-library/react';
import type { BuyIn, StanceView, VoteRoundView } from '../../../src/contract/buy-in';
import { inputs } from '../../../src/contract/inputs';
import { ApiError } from '../../../static/api-error';
import BuyInSection from '../../../static/features/buy-in/buy-in-section';
import { people } from '../project-okrs/sample-okrs';
import { createFakeHost, type Answers } from '../support/fake-host';
import { renderScreen } from '../support/render-screen';

const nothing: BuyIn = {
  objectiveId: 'o-7',
  people: [],
  totals: { people: 0, opened: 0, acknowledged: 0 },
  others: 0,
  hasAcknowledged: false,
  stances: [],
  rounds: [],
};

const round = (given: Partial<VoteRoundView> = {}): VoteRoundView => ({
  id: 'round-01',
  openedAt: '2026-11-20T08:00:00.000Z',
  openedByAccountId: 'mia',
  lastDay: '2026-11-23',
  isOver: false,
  closedAt: null,
  askedAccountIds: ['mia', 'me', 'anna'],
  voted: 1,
  isAsked: true,
  ownVote: null,
  outcome: null,
  votes: [],
  version: 1,
  ...given,
});

const concern: StanceView = {
  accountId: 'anna',
  stance: 'concern',
  words: 'Too much at once',
  at: '2026-11-20T08:00:00.000Z',
  settled: null,
  version: 4,
};

type Shown = { readonly buyIn?: Partial<BuyIn>; readonly isOpen?: boolean; readonly may?: boolean; readonly answers?: Answers };

const show = ({ buyIn = {}, isOpen = true, may = false, answers = {} }: Shown = {}) => {
  const said = () => null;
  const host = createFakeHost(
    {
      getBuyIn: () => ({ ...nothing, ...buyIn }),
      acknowledgeObjective: said,
      takeStance: said,
      settleConcern: said,
      askForVotes: said,
      voteConfidence: said,
      closeVote: said,
      ...answers,
    },
    { people },
  );
  const view = renderScreen(<BuyInSection objectiveId="o-7" isOpen={isOpen} may={may} arrives={false} />, host);
  /** The one input of a request, which the backend would take. */
  const sent = (name: keyof typeof inputs) => {
    const [call, ...more] = host.calls.filter((each) => each.name === name);
    expect(more).toEqual([]);
    if (call) expect(inputs[name].safeParse(call.input).error?.issues ?? []).toEqual([]);
    return call?.input;
  };
  return { ...view, host, sent };
};

describe('awareness', () => {
  it('says how many know it, and who on demand', async () => {
    const { user } = show({
      buyIn: {
        people: [
          { accountId: 'anna', hasAcknowledged: false },
          { accountId: 'mia', hasAcknowledged: true },
        ],
        totals: { people: 2, opened: 2, acknowledged: 1 },
        others: 1,
      },
    });
    expect(await screen.findByText(/people have acknowledged it/)).toHaveTextContent(
      '1 of 2 people have acknowledged it, and 1 other; 2 have opened it.',
    );
    expect(screen.queryByRole('list', { name: 'Acknowledged' })).not.toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: /^Its people/ }));
    expect(within(screen.getByRole('list', { name: 'Not acknowledged yet' })).getAllByRole('listitem')).toHaveLength(1);
    expect(within(screen.getByRole('list', { name: 'Acknowledged' })).getByText('Mia Kern')).toBeVisible();
  });

  it('takes one’s word, and takes it back', async () => {
    let hasAcknowledged = false;
    const { user, host } = show({
      answers: {
        getBuyIn: () => ({ ...nothing, hasAcknowledged }),
        acknowledgeObjective: ({ isAcknowledged }) => {
          hasAcknowledged = isAcknowledged;
          return null;
        },
      },
    });
    await user.click(await screen.findByRole('button', { name: 'Acknowledge' }));
    expect(await screen.findByText(/You know this goal/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Take back' }));
    expect(await screen.findByRole('button', { name: 'Acknowledge' })).toBeVisible();
    expect(host.calls.filter(({ name }) => name === 'acknowledgeObjective').map(({ input }) => input)).toEqual([
      { objectiveId: 'o-7', isAcknowledged: true },
      { objectiveId: 'o-7', isAcknowledged: false },
    ]);
  });

  it('tells the backend once that it was opened, and nobody when that fails', async () => {
    const { sent, host } = show({
      answers: {
        noteOpened: () => {
          throw new ApiError({ code: 'NOT_FOUND', message: 'Gone' });
        },
      },
    });
    await screen.findByRole('button', { name: 'Acknowledge' });
    await waitFor(() => expect(sent('noteOpened')).toEqual({ objectiveIds: ['o-7'] }));
    expect(screen.queryByText('Gone')).not.toBeInTheDocument();
    expect(host.flags).toEqual([]);
  });

  it('says what could not be loaded or saved', async () => {
    const fails = () => {
      throw new ApiError({ code: 'FORBIDDEN', message: 'Q4 is closed.' });
    };
    const first = show({ answers: { getBuyIn: fails } });
    expect(await screen.findByText('What people say could not be loaded')).toBeVisible();
    first.unmount();
    const { user } = show({ answers: { acknowledgeObjective: fails } });
    await user.click(await screen.findByRole('button', { name: 'Acknowledge' }));
    expect(await screen.findByText('Q4 is closed.')).toBeVisible();
  });
});

describe('supporters and concerns', () => {
  it('are read with their words, and said in place', async () => {
    const { user, sent } = show({ buyIn: { stances: [concern, { ...concern, accountId: 'mia', stance: 'support', words: null }] } });
    expect(await screen.findByText(/open concern/)).toHaveTextContent('1 supporter · 1 open concern');
    expect(screen.getByText('Too much at once')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Settle' })).not.toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'I have a concern' }));
    await user.click(screen.getByRole('button', { name: 'Raise it' }));
    expect(screen.getByText(/Say in a few words/)).toBeVisible();
    await user.type(screen.getByRole('textbox', { name: /What is your concern/ }), 'Nobody has time');
    await user.click(screen.getByRole('button', { name: 'Raise it' }));
    await waitFor(() => expect(sent('takeStance')).toEqual({ stance: 'concern', objectiveId: 'o-7', words: 'Nobody has time' }));
  });

  it('leaves the form by Esc, back to its button', async () => {
    const { user } = show();
    await user.click(await screen.findByRole('button', { name: 'I have a concern' }));
    await user.keyboard('{Escape}');
    expect(screen.getByRole('button', { name: 'I have a concern' })).toHaveFocus();
  });

  it('are settled by whoever answers for the objective, as they were read', async () => {
    const { user, sent } = show({ buyIn: { stances: [concern] }, may: true });
    await user.click(await screen.findByRole('button', { name: 'Settle' }));
    await user.type(screen.getByRole('textbox', { name: /What was done/ }), 'Half of it is gone');
    await user.click(screen.getByRole('button', { name: 'Settle' }));
    await waitFor(() =>
      expect(sent('settleConcern')).toEqual({ objectiveId: 'o-7', ofAccountId: 'anna', version: 4, words: 'Half of it is gone' }),
    );
  });
});

describe('votes', () => {
  it('are asked for, of at least three people', async () => {
    const { user, sent } = show({
      may: true,
      buyIn: {
        people: ['anna', 'mia'].map((accountId) => ({ accountId, hasAcknowledged: false })),
        totals: { people: 2, opened: 0, acknowledged: 0 },
      },
    });
    await user.click(await screen.findByRole('button', { name: 'Ask for votes' }));
    await user.click(screen.getByRole('button', { name: 'Ask 2 people' }));
    expect(screen.getByText(/at least 3 people/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Add me' }));
    await user.click(screen.getByRole('button', { name: 'Ask 3 people' }));
    await waitFor(() => expect(sent('askForVotes')).toMatchObject({ objectiveId: 'o-7', askedIds: ['anna', 'mia', 'me'] }));
  });

  it('are given by the one who is asked, who is told before what becomes of it', async () => {
    const { user, sent } = show({ buyIn: { rounds: [round()] } });
    const form = await screen.findByRole('form', { name: 'Your vote' });
    expect(form).toHaveTextContent('Nobody sees your vote before the end');
    await user.click(within(form).getByRole('button', { name: 'Vote' }));
    expect(within(form).getByText('Choose a number from 0 to 10.')).toBeVisible();
    await user.click(within(form).getByRole('radio', { name: '3' }));
    await user.keyboard('{ArrowRight}');
    await user.type(within(form).getByRole('textbox', { name: /Why/ }), 'The bank is slow');
    await user.click(within(form).getByRole('button', { name: 'Vote' }));
    await waitFor(() => expect(sent('voteConfidence')).toMatchObject({ roundId: 'round-01', words: 'The bank is slow' }));
  });

  it('can be changed while the round is open, and not after its time', async () => {
    const own = { confidence: 4, words: '' };
    const first = show({ buyIn: { rounds: [round({ ownVote: own })] } });
    expect(await screen.findByRole('button', { name: 'Change my vote' })).toBeVisible();
    expect(screen.getByRole('radio', { name: '4' })).toBeChecked();
    first.unmount();
    show({ buyIn: { rounds: [round({ ownVote: own, isOver: true })] } });
    expect(await screen.findByText(/within the hour/)).toBeVisible();
    expect(screen.queryByRole('form', { name: 'Your vote' })).not.toBeInTheDocument();
  });

  it('show nothing but their number to one who was not asked, and are closed after a second question', async () => {
    const { user, sent } = show({ may: true, buyIn: { rounds: [round({ isAsked: false })] } });
    expect(await screen.findByText(/asks how confident/)).toHaveTextContent('1 of 3 voted');
    expect(screen.queryByRole('form', { name: 'Your vote' })).not.toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Close the vote' }));
    expect(screen.getByText(/fewer than three are not shown/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Close now' }));
    await waitFor(() => expect(sent('closeVote')).toEqual({ roundId: 'round-01', version: 1 }));
  });

  it('come out with mean, spread and words, as a picture and a table, and call for talk where they lie apart', async () => {
    const closed = round({
      closedAt: '2026-11-23T00:00:00.000Z',
      isOver: true,
      voted: 3,
      outcome: { type: 'shown', mean: 16 / 3, lowest: 2, highest: 8, spread: 6, isApart: true },
      votes: [
        { confidence: 2, words: 'The bank is slow' },
        { confidence: 6, words: '' },
        { confidence: 8, words: '' },
      ],
    });
    show({ buyIn: { rounds: [closed] } });
    expect(await screen.findByText('Talk about it')).toBeVisible();
    expect(screen.getByText(/^Mean/)).toHaveTextContent('Mean 5.3 of 10 · spread 6 (2 to 8) · 3 of 3 voted');
    expect(screen.getByRole('img', { name: 'Votes from 2 to 8, mean 5.3' })).toBeVisible();
    const rows = within(screen.getByRole('table')).getAllByRole('row');
    expect(rows.map((row) => row.textContent)).toEqual(['ConfidenceVotesWhy', '21The bank is slow', '61', '81']);
  });

  it('that are too few are not shown', async () => {
    show({ buyIn: { rounds: [round({ closedAt: '2026-11-23T00:00:00.000Z', isOver: true, voted: 2, outcome: { type: 'too-few' } })] } });
    expect(await screen.findByText(/too few to show/)).toHaveTextContent('2 of 3 voted');
  });
});

it('offers nothing to say once the cycle is closed', async () => {
  show({ isOpen: false, may: true, buyIn: { stances: [concern], rounds: [round()] } });
  expect(await screen.findByText('Too much at once')).toBeVisible();
  expect(screen.queryAllByRole('button')).toEqual([]);
});
