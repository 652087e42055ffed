/** The card of coverage in each of its states, and the way from it to orphan work and to a link. */
import { screen, waitFor, within } from '@testing-library/react';
import { ApiError } from '../../../static/api-error';
import { CoverageCard } from '../../../static/features/coverage/coverage-card';
import { additionPreview, target, workKeyResult } from '../link/sample-answers';
import { createFakeHost, type Answers } from '../support/fake-host';
import { renderScreen } from '../support/render-screen';
import { coverage, orphan, orphanWork, share } from './sample-coverage';

const of = { projectId: '10000', cycleId: 'q4' } as const;
const card = (answers: Answers) => {
  const host = createFakeHost(answers);
  return { host, ...renderScreen(<CoverageCard of={of} />, host) };
};
const inputsOf = (host: ReturnType<typeof card>['host'], name: string) =>
  host.calls.filter((call) => call.name === name).map(({ input }) => input);
const counted = { countedAt: '2026-11-22T07:12:00.000Z', inProgress: share(0, 0), finished: share(0, 0) };

describe('the card', () => {
  it('says the share, and how many issues serve nothing', async () => {
    card({ getCoverage: () => coverage() });
    expect(await screen.findByText('40 %')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: '3 orphan issues' })).toBeInTheDocument();
  });

  it('has the work counted that never was, once, and waits for it', async () => {
    let asked = 0;
    const { host } = card({
      getCoverage: () => (asked === 0 ? coverage({ counted: null }) : coverage()),
      askForCount: () => {
        asked += 1;
        return coverage({ state: 'counting', counted: null });
      },
    });
    expect(await screen.findByText('Counting the work in Jira…')).toBeInTheDocument();
    expect(await screen.findByRole('button', { name: '3 orphan issues' })).toBeInTheDocument();
    expect(inputsOf(host, 'askForCount')).toEqual([of]);
  });

  it('says when there is no work, when not all was read, and when the cycle was closed uncounted', async () => {
    card({ getCoverage: () => coverage({ counted }) });
    expect(await screen.findByText('No work in progress')).toBeInTheDocument();
    card({ getCoverage: () => coverage({ counted: { ...counted, inProgress: share(1000, 1000, true) } }) });
    expect(await screen.findByText('Only the 1,000 issues that changed last are counted.')).toBeInTheDocument();
    card({ getCoverage: () => coverage({ state: 'closed', counted: null }) });
    expect(await screen.findByText('Not counted before the cycle was closed')).toBeInTheDocument();
  });

  it('says what went wrong and tries again', async () => {
    let broken = true;
    const { user } = card({
      getCoverage: () => {
        if (broken) throw new ApiError({ code: 'FORBIDDEN', message: 'Not now.' });
        return coverage();
      },
    });
    expect(await screen.findByRole('alert')).toHaveTextContent('Not now.');
    broken = false;
    await user.click(screen.getByRole('button', { name: 'Retry' }));
    expect(await screen.findByText('40 %')).toBeInTheDocument();
  });
});

const epic = { issueId: '1', key: 'WEB-1', summary: 'Gift cards', typeName: 'Epic', orphans: 2 };
const list = orphanWork(
  [orphan('WEB-2', { parentId: '1' }), orphan('WEB-3', { parentId: '1', privately: ['KR-9'] }), orphan('WEB-4', { typeName: 'Bug' })],
  { parents: [epic], hiddenOnPage: 3, total: 6 },
);

const opened = async (answers: Answers = {}) => {
  const shown = card({
    getCoverage: () => coverage(),
    listOrphanWork: () => list,
    listLinkTargets: () => [target],
    previewSource: () => additionPreview,
    ...answers,
  });
  await shown.user.click(await screen.findByRole('button', { name: '3 orphan issues' }));
  await screen.findByRole('dialog', { name: 'Work that serves no key result' });
  await screen.findByText('What WEB-2 is about');
  return shown;
};

describe('orphan work', () => {
  it('is listed by parent, then by type, with what one cannot see as a number', async () => {
    await opened();
    const below = within(screen.getByRole('region', { name: 'Epic WEB-1 Gift cards' }));
    expect(below.getAllByRole('checkbox')).toHaveLength(3);
    expect(below.getByText('Private: KR-9')).toBeInTheDocument();
    expect(within(screen.getByRole('region', { name: 'Bug without a parent' })).getByText('What WEB-4 is about')).toBeInTheDocument();
    expect(screen.getByText('3 you cannot see')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'In progress (3)' })).toHaveAttribute('aria-current', 'page');
  });

  it('is ticked one by one or by family, linked after the effect was seen, and what was refused is told by name', async () => {
    const { host, user } = await opened({
      linkIssues: ({ links }) =>
        links.map(({ issueId }) =>
          issueId === '3' ? { issueId, outcome: 'refused', why: 'Ask the owner.' } : { issueId, outcome: 'linked' },
        ),
    });
    expect(screen.getByRole('button', { name: 'Link to a key result' })).toBeDisabled();
    await user.click(screen.getByRole('checkbox', { name: 'All below WEB-1' }));
    await user.click(screen.getByRole('checkbox', { name: /WEB-4/ }));
    expect(screen.getByText('3 ticked')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Link to a key result' }));
    await user.click(await screen.findByRole('radio'));
    expect(await screen.findByText(/^Adds/)).toBeInTheDocument();
    expect(inputsOf(host, 'previewSource')).toEqual([{ keyResultId: target.id, change: { link: ['2', '3', '4'] } }]);
    expect(inputsOf(host, 'linkIssues')).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Link' }));
    expect(await screen.findByText('Not all could be linked')).toBeInTheDocument();
    expect(screen.getByText('WEB-3', { selector: 'b' }).closest('li')).toHaveTextContent('WEB-3: Ask the owner.');
    expect(host.flags).toEqual([{ title: `Linked 2 issues to ${target.key}`, tone: 'warning' }]);
    await waitFor(() => expect(inputsOf(host, 'getCoverage').length).toBeGreaterThan(1));
  });

  it('below an epic is linked with all its children, and asks why where the plan has begun', async () => {
    let refused = false;
    const { host, user } = await opened({
      addSource: ({ reason }) => {
        if (reason === undefined) {
          refused = true;
          throw new ApiError({ code: 'INVALID', field: 'reason', message: 'Say why the plan changes.' });
        }
        return workKeyResult;
      },
    });
    await user.click(screen.getByRole('button', { name: 'Link its children of WEB-1' }));
    await user.click(await screen.findByRole('radio'));
    await screen.findByText(/^Adds/);
    await user.click(screen.getByRole('button', { name: 'Link' }));
    const why = await screen.findByRole('textbox', { name: 'Why the scope changes' });
    expect(refused).toBe(true);
    await user.type(why, 'It serves it');
    await user.click(screen.getByRole('button', { name: 'Link' }));
    await screen.findByRole('dialog', { name: 'Work that serves no key result' });
    expect(inputsOf(host, 'addSource').at(-1)).toMatchObject({ source: { type: 'children', issue: '1' }, reason: 'It serves it' });
    expect(host.flags).toEqual([{ title: `Linked the children of WEB-1 to ${target.key}`, tone: 'success' }]);
  });

  it('says that none is left, and what failed', async () => {
    const { user } = await opened({
      listOrphanWork: ({ state }) => {
        if (state === 'in-progress') return list;
        return orphanWork([], { state });
      },
      askForCount: () => coverage(),
    });
    await user.click(screen.getByRole('button', { name: 'Finished this cycle (1)' }));
    expect(await screen.findByText('All work finished in this cycle served a key result.')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Count again' }));
    expect(await screen.findByText('It was counted less than a quarter of an hour ago.')).toBeInTheDocument();
  });
});
