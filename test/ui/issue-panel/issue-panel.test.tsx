import { act, screen, waitFor, within } from '@testing-library/react';
import type { IssueKeyResultCard, IssueKeyResults } from '../../../src/contract/okr';
import { ApiError } from '../../../static/api-error';
import IssuePanel from '../../../static/features/issue-panel/issue-panel';
import {
  additionPreview,
  card,
  childrenSource,
  jqlSource,
  metricKeyResult,
  pickedSource,
  removalPreview,
  target,
  workKeyResult,
} from '../link/sample-answers';
import { byWork } from '../explain/sample-explanations';
import { createFakeHost, type Answers } from '../support/fake-host';
import { renderScreen } from '../support/render-screen';

const mia = { accountId: 'mia', name: 'Mia Kern', avatarUrl: null, active: true };
const place = { issueId: '1', issueKey: 'WEB-1' };
const issue = { id: '1', key: 'WEB-1', summary: 'iDEAL in the sheet', mayHaveChildren: true };
const parent = { id: '9', key: 'WEB-9', summary: 'Payment sheet', mayHaveChildren: true };

const serving = (...cards: readonly IssueKeyResultCard[]): IssueKeyResults => ({ issueId: '1', cards, hidden: 0 });

const open = (answer: IssueKeyResults | (() => IssueKeyResults | Promise<IssueKeyResults>), more: Answers = {}) => {
  const host = createFakeHost(
    { getIssueKeyResults: typeof answer === 'function' ? answer : () => answer, ...more },
    { place, people: [mia], issues: [issue, parent], projects: { '10001': { key: 'MOB', name: 'Acme Mobile' } } },
  );
  return { host, ...renderScreen(<IssuePanel />, host) };
};

const cardNamed = async (name: RegExp) => within(await screen.findByRole('article', { name }));

describe('The card of a key result', () => {
  it('leads to its line to the top, on the page where it lives and in its cycle', async () => {
    const above = { ...card, objective: { ...card.objective, home: { level: 'company' as const } } };
    const search = `?cycle=${card.cycle.id}&line=key-result.${card.keyResult.id}&view=alignment`;
    const { host, user, unmount } = open(serving(card));
    await user.click(await screen.findByRole('button', { name: 'Line to the top from KR-32' }));
    expect(host.openedOkrs).toEqual([{ projectKey: 'WEB', search }]);
    unmount();
    const other = open(serving(above));
    await other.user.click(await screen.findByRole('button', { name: 'Line to the top from KR-32' }));
    expect(other.host.openedOkrs).toEqual([{ projectKey: null, search }]);
  });

  it('asks whether one knows the objective until one has said so, and notes that it was seen, once', async () => {
    const unknown = { ...card, objective: { ...card.objective, hasOpened: false, hasAcknowledged: false } };
    const { host, user, unmount } = open(serving(unknown, { ...unknown, keyResult: { ...card.keyResult, id: 'kr-33', key: 'KR-33' } }), {
      acknowledgeObjective: () => null,
    });
    const [button] = await screen.findAllByRole('button', { name: 'I do: acknowledge O-7' });
    if (button) await user.click(button);
    expect(screen.getByText(/You know what O-7 means/)).toHaveFocus();
    const inputOf = (wanted: string) => host.calls.filter(({ name }) => name === wanted).map(({ input }) => input);
    expect(inputOf('acknowledgeObjective')).toEqual([{ objectiveId: 'o-7', isAcknowledged: true }]);
    await waitFor(() => expect(inputOf('noteOpened')).toEqual([{ objectiveIds: ['o-7'] }]));
    unmount();
    const known = open(serving(card));
    await cardNamed(/KR-32/);
    expect(screen.queryByText(/Do you know what/)).not.toBeInTheDocument();
    expect(known.host.calls.map(({ name }) => name)).toEqual(['getIssueKeyResults']);
  });

  it('says where it belongs, how it stands and what closing the issue does', async () => {
    open(serving(card));
    const shown = await cardNamed(/KR-32 Ship the payment sheet/);
    expect(shown.getByText(/O-7/)).toHaveTextContent('WEB › O-7 Checkout feels instant');
    expect(shown.getByText('On track')).toBeInTheDocument();
    expect(shown.getByText('50 %')).toBeInTheDocument();
    expect(shown.getByText('expected 57 %')).toBeInTheDocument();
    expect(shown.getByRole('img', { name: /50\u00a0%, expected 57\u00a0%, would be 63\u00a0%/ })).toBeInTheDocument();
    expect(shown.getByText(/Closing this issue/)).toHaveTextContent('Closing this issue: 50 →to 63 %');
    expect(shown.getByText(/In scope/)).toHaveTextContent('In scope: picked by hand');
    expect(await shown.findByText('Mia Kern')).toBeInTheDocument();
  });

  it('says how likely it gets there, and how likely with this issue closed', async () => {
    open(serving({ ...card, keyResult: { ...workKeyResult, chance: 0.61 }, chanceIfClosed: { from: 0.61, to: 0.66 } }));
    const shown = await cardNamed(/KR-32/);
    expect(shown.getByText(/Chance by/)).toHaveTextContent('Chance by 31 Dec: 61 →to 66 %');
  });

  it('does not promise a move of the chance that nobody could see, nor a chance of what is done', async () => {
    const slight = { ...card, keyResult: { ...workKeyResult, chance: 0.61 }, chanceIfClosed: { from: 0.611, to: 0.612 } };
    const { unmount } = open(serving(slight));
    expect((await cardNamed(/KR-32/)).getByText(/Chance by/)).toHaveTextContent('Chance by 31 Dec: 61 %');
    unmount();
    open(serving({ ...slight, keyResult: { ...slight.keyResult, computedHealth: 'done' } }));
    expect((await cardNamed(/KR-32/)).queryByText(/Chance by/)).toBeNull();
  });

  it.each<[string, Partial<IssueKeyResultCard>, RegExp]>([
    ['a move nobody could see', { ifClosed: { from: 0.501, to: 0.503 } }, /moves it by less than one percentage point/],
    ['a done issue', { ifClosed: null }, /This issue is done and counts/],
    [
      'nothing to gain under points',
      { ifClosed: null, keyResult: { ...workKeyResult, rule: { ...workKeyResult.rule, weightBy: 'points' } } },
      /done, or weighs 0 points/,
    ],
    ['a parent whose children count', { standing: 'through-children', ifClosed: null }, /Counted through its children/],
    ['a cancelled issue', { standing: 'cancelled', ifClosed: null }, /Cancelled: out of scope/],
    ['an issue without estimate', { standing: 'unestimated', ifClosed: null }, /No estimate: left out/],
    ['an issue no longer in Jira', { standing: 'gone', ifClosed: null }, /No longer in Jira/],
  ])('says plainly what closing does for %s', async (_case, changed, words) => {
    open(serving({ ...card, ...changed }));
    expect((await cardNamed(/KR-32/)).getByText(words)).toBeInTheDocument();
  });

  it('does not call a cancelled issue "in scope"', async () => {
    open(serving({ ...card, standing: 'cancelled', ifClosed: null }));
    const shown = await cardNamed(/KR-32/);
    expect(shown.getByText(/^Linked/)).toHaveTextContent('Linked: picked by hand');
  });

  it('shows a measured value with its goal, and no promise about closing', async () => {
    open(serving({ ...card, keyResult: metricKeyResult, ifClosed: null }));
    const shown = await cardNamed(/KR-41/);
    expect(shown.getByText(/^Now/)).toHaveTextContent('Now 4 s (20 Nov), from 5 s to 1 s.');
    expect(shown.getByText(/closing this issue does not move it by itself/)).toBeInTheDocument();
  });

  it('says "no value yet" instead of drawing a zero', async () => {
    const unmeasured = {
      ...metricKeyResult,
      progress: null,
      health: 'not-measured',
      metric: { ...metricKeyResult.metric, current: null, currentDay: null },
    } as const;
    open(serving({ ...card, keyResult: unmeasured, ifClosed: null }));
    const shown = await cardNamed(/KR-41/);
    expect(shown.getByText(/No value yet/)).toBeInTheDocument();
    expect(shown.getByText('Not measured')).toBeInTheDocument();
    expect(shown.queryByRole('img')).not.toBeInTheDocument();
    expect(shown.queryByText(/%/)).not.toBeInTheDocument();
  });

  it('names the parent and the project as far as Jira shows them', async () => {
    const unnamed = { ...childrenSource, issueKey: null, issueTitle: null };
    open(
      serving({
        ...card,
        objective: { ...card.objective, home: { level: 'project', projectId: '10001' } },
        sources: [unnamed, { ...unnamed, id: 's-9', issueId: '77' }],
      }),
    );
    const shown = await cardNamed(/KR-32/);
    expect(await shown.findByText(/O-7/)).toHaveTextContent('MOB › O-7');
    expect(await shown.findByText(/an issue you cannot see/)).toBeInTheDocument();
    expect(shown.getByText(/In scope/)).toHaveTextContent('child of WEB-9 Payment sheet; child of an issue you cannot see');
  });

  it('explains the number on request, with the filter that found the issue', async () => {
    const { user, host } = open(serving({ ...card, sources: [jqlSource] }), { explain: () => byWork() });
    const shown = await cardNamed(/KR-32/);
    expect(shown.getByText(/In scope/)).toHaveTextContent('In scope: found by a filter');
    expect(host.calls).toHaveLength(1);
    await user.click(shown.getByRole('button', { name: /^Why 50\s%/ }));
    const why = within(await shown.findByRole('region', { name: 'Where the number of KR-32 comes from' }));
    expect(await why.findByRole('row', { name: /^Together/ })).toHaveTextContent('3 /of 6');
    expect(why.getByText('labels = checkout')).toBeInTheDocument();
    expect(shown.queryByRole('button', { name: /Unlink/ })).not.toBeInTheDocument();
    await user.click(shown.getByRole('button', { name: /why\? KR-32/ }));
    expect(shown.queryByRole('region')).not.toBeInTheDocument();
    expect(host.calls).toHaveLength(2);
  });
});

describe('The panel', () => {
  it('announces that it is loading', async () => {
    open(() => new Promise(() => undefined));
    expect(await screen.findByRole('status')).toHaveTextContent('Loading key results');
  });

  it('offers the first step when the issue serves nothing', async () => {
    open(serving());
    expect(await screen.findByText('This issue serves no key result yet.')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Link to key result' })).toBeEnabled();
  });

  it('counts what the reader may not see, and does not call that nothing', async () => {
    open({ issueId: '1', cards: [], hidden: 2 });
    expect(await screen.findByText('This issue serves 2 key results you cannot see.')).toBeInTheDocument();
    expect(screen.queryByText(/serves no key result/)).not.toBeInTheDocument();
  });

  it('says how many more there are beside the cards', async () => {
    open({ ...serving(card), hidden: 1 });
    expect(await screen.findByText('1 more key result you cannot see.')).toBeInTheDocument();
  });

  it('shows a failure with its reference, and recovers on retry', async () => {
    let fails = true;
    const { user } = open(() => {
      if (fails) throw new ApiError({ code: 'INTERNAL', message: 'It broke. Try again.', reference: 'abc123' });
      return serving(card);
    });
    expect(await screen.findByRole('alert')).toHaveTextContent('It broke. Try again.Reference: abc123');
    fails = false;
    await user.click(screen.getByRole('button', { name: 'Retry' }));
    expect(await screen.findByRole('article', { name: /KR-32/ })).toBeInTheDocument();
  });

  it('waits calmly while the app is being set up', async () => {
    open(() => {
      throw new ApiError({ code: 'SETTING_UP', message: 'Being set up.' });
    });
    expect(await screen.findByText('Setting up OKRs')).toBeInTheDocument();
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  it.each(['changeNumbers', 'changeIssue'] as const)('follows by itself (%s) and says politely what is new', async (sign) => {
    let progress = 0.5;
    const { host } = open(() => serving({ ...card, keyResult: { ...workKeyResult, progress } }));
    await screen.findByText('50 %');
    progress = 0.625;
    await act(async () => host[sign]());
    expect(await screen.findByText('KR-32 now 63 %')).toHaveAttribute('aria-live', 'polite');
    expect(screen.getByText('63 %')).toBeInTheDocument();
  });
});

describe('Unlinking', () => {
  it('asks first, showing the effect, and leaves everything as it is on "Keep"', async () => {
    const { user, host } = open(serving(card), { previewSource: () => removalPreview });
    await user.click(await screen.findByRole('button', { name: 'Unlink from KR-32' }));
    const question = within(await screen.findByRole('group', { name: 'Unlink this issue from KR-32?' }));
    expect(await question.findByText(/Takes 1 issue out of scope/)).toHaveTextContent('Takes 1 issue out of scope. Progress: 50 →to 57 %');
    await user.click(question.getByRole('button', { name: 'Keep' }));
    expect(screen.getByRole('button', { name: 'Unlink from KR-32' })).toHaveFocus();
    expect(host.calls.map(({ name }) => name)).not.toContain('removeSource');
  });

  it('takes the picked source away, and the card with it', async () => {
    let linked = true;
    const { user, host } = open(() => (linked ? serving(card) : serving()), {
      previewSource: () => removalPreview,
      removeSource: () => {
        linked = false;
        return workKeyResult;
      },
    });
    await user.click(await screen.findByRole('button', { name: 'Unlink from KR-32' }));
    await user.click(await screen.findByRole('button', { name: 'Unlink' }));
    expect(await screen.findByText('This issue serves no key result yet.')).toBeInTheDocument();
    expect(host.calls).toContainEqual({ name: 'removeSource', input: { sourceId: pickedSource.id } });
    expect(host.flags).toEqual([{ title: 'Unlinked from KR-32', tone: 'success' }]);
  });

  it('says in words when Jira does not permit it', async () => {
    const { user } = open(serving(card), {
      previewSource: () => removalPreview,
      removeSource: () => {
        throw new ApiError({ code: 'FORBIDDEN', message: 'Only the owner can do that. Ask Mia Kern.' });
      },
    });
    await user.click(await screen.findByRole('button', { name: 'Unlink from KR-32' }));
    await user.click(await screen.findByRole('button', { name: 'Unlink' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('Nothing was removedOnly the owner can do that. Ask Mia Kern.');
  });
});

describe('Linking from the panel', () => {
  it('links with the keyboard alone and shows the new card', async () => {
    let linked = false;
    const { user, host } = open(() => (linked ? serving(card) : serving()), {
      listLinkTargets: () => [target],
      previewSource: () => additionPreview,
      addSource: () => {
        linked = true;
        return workKeyResult;
      },
    });
    await screen.findByRole('button', { name: 'Link to key result' });
    await user.tab();
    await user.keyboard('{Enter}');
    expect(await screen.findByRole('searchbox', { name: 'Find a key result' })).toHaveFocus();
    await screen.findByRole('radio', { name: /KR-32/ });
    await user.tab();
    await user.keyboard(' ');
    await screen.findByText(/Adds 1 issue/);
    await user.keyboard('{Enter}');
    expect(await screen.findByRole('article', { name: /KR-32/ })).toBeInTheDocument();
    expect(host.flags).toEqual([{ title: 'Linked to KR-32', tone: 'success' }]);
  });

  it('closes on "Cancel" and asks nothing of the backend', async () => {
    const { user, host } = open(serving(), { listLinkTargets: () => [target] });
    await user.click(await screen.findByRole('button', { name: 'Link to key result' }));
    await user.click(await screen.findByRole('button', { name: 'Cancel' }));
    expect(screen.getByRole('button', { name: 'Link to key result' })).toBeInTheDocument();
    expect(host.calls.map(({ name }) => name)).not.toContain('addSource');
  });
});
