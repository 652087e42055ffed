/** The alignment in each of its states, as a map and as a list: what is to be seen, and what its reader can do. */
import { act, screen, waitFor, within } from '@testing-library/react';
import { useState } from 'react';
import { ApiError } from '../../../static/api-error';
import AlignmentView from '../../../static/features/alignment/alignment-view';
import type { Address } from '../../../static/host';
import { people, q4 } from '../project-okrs/sample-okrs';
import { createFakeHost, type Answers } from '../support/fake-host';
import { renderScreen } from '../support/render-screen';
import { aligned, alignment, company, forest, mobile, web } from './sample-alignment';

beforeEach(() => localStorage.clear());

const opened: string[] = [];
beforeEach(() => void opened.splice(0));

const Page = ({ projectId, address }: { readonly projectId: string | null; readonly address: Address | null }) => {
  const [cycleId] = useState(null);
  return (
    <AlignmentView
      address={address}
      cycleId={cycleId}
      projectId={projectId}
      onOpen={(id) => opened.push(id)}
      onOpenKeyResult={(id) => opened.push(id)}
    />
  );
};

const open = async (
  answers: Answers,
  { projectId = null, ...options }: { projectId?: string | null; search?: string; issues?: [] } = {},
) => {
  const projects = { '10000': { key: 'WEB', name: 'Acme Web' }, '10001': { key: 'MOB', name: 'Acme Mobile' } };
  const host = createFakeHost(answers, { people, projects, ...options });
  const address = await host.openAddress();
  return { host, ...renderScreen(<Page projectId={projectId} address={address} />, host) };
};

const all: Answers = { getAlignment: () => alignment(forest) };
const asList = () => localStorage.setItem('throughline.alignment.form', 'list');
const map = () => screen.findByRole('group', { name: 'Alignment map' });
const list = () => screen.findByRole('treegrid', { name: 'Alignment' });
const cards = () =>
  within(screen.getByRole('group', { name: 'Alignment map' }))
    .getAllByRole('button', { name: /^O-\d/ })
    .map((each) => /^O-\d+/.exec(each.textContent ?? '')?.[0]);
const rows = () =>
  screen
    .getAllByRole('row')
    .slice(1)
    .map((row) => /O-\d+/.exec(row.textContent ?? '')?.[0]);
const card = (key: string) =>
  within(screen.getByRole('group', { name: 'Alignment map' })).getByRole('button', { name: new RegExp(`^${key}\\b`) });
const focus = (element: HTMLElement) => act(() => element.focus());
const row = (key: string) => screen.getByRole('row', { name: new RegExp(`^${key}\\b`) });

describe('while it is on its way', () => {
  it('says so, page after page, and shows nothing half', async () => {
    let finish = () => undefined as void;
    const second = new Promise<void>((resolve) => (finish = resolve));
    await open({
      getAlignment: async ({ cursor }) => {
        if (cursor === undefined) return alignment(forest.slice(1), { nextCursor: 'next', totalObjectives: 5 });
        await second;
        return alignment(forest.slice(0, 1), { totalObjectives: 5 });
      },
    });
    expect(screen.getByRole('status')).toHaveTextContent('Loading the alignment');
    expect(await screen.findByText('4 of 5 objectives so far')).toBeInTheDocument();
    expect(screen.queryByText(/without a line/)).not.toBeInTheDocument();
    finish();
    await map();
    expect(cards()).toHaveLength(5);
  });

  it('says what failed and tries again', async () => {
    let failing = true;
    const { user } = await open({
      getAlignment: () => {
        if (failing) throw new ApiError({ code: 'FORBIDDEN', message: 'Not for you.' });
        return alignment(forest);
      },
    });
    expect(await screen.findByText('The alignment could not be loaded')).toBeInTheDocument();
    failing = false;
    await user.click(screen.getByRole('button', { name: 'Retry' }));
    expect(await map()).toBeInTheDocument();
  });
});

describe('where there is little', () => {
  it('says how it begins', async () => {
    await open({ getAlignment: () => alignment([]) });
    expect(await screen.findByText('No objectives in Q4 2026 yet')).toBeInTheDocument();
  });

  it('says the first step while nothing is aligned, and shows what could be', async () => {
    const { user } = await open({ getAlignment: () => alignment([aligned('O-1', 'Win', company), aligned('O-2', 'Sell', web)]) });
    expect(await screen.findByText('Nothing is aligned yet')).toBeInTheDocument();
    await user.click(card('O-2'));
    expect(opened).toEqual(['o-2']);
  });

  it('tells a project without objectives, and shows it what others want', async () => {
    const { user } = await open({ getAlignment: () => alignment([aligned('O-1', 'Win', company)]) }, { projectId: '10000' });
    expect(await screen.findByText('The project has no objectives in Q4 2026 yet')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Everything' }));
    expect(card('O-1')).toBeInTheDocument();
  });
});

describe('the map', () => {
  it('shows each objective with its number, health, key results and place, under its level', async () => {
    await open(all);
    await map();
    expect(screen.getAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent)).toEqual(['Company', 'Groups', 'Projects']);
    expect(card('O-3')).toHaveAccessibleName(/A quick checkout.*44\s%.*At risk.*2 key results: 1 on track, 1 off track/);
    expect(await within(card('O-3')).findByText('Acme Web')).toBeInTheDocument();
  });

  it('says which key result of the one above an objective is for, and the cycle it is of where that is another one', async () => {
    const year = {
      id: '2026',
      name: '2026',
      startDay: '2026-01-01',
      endDay: '2026-12-31',
      state: 'running',
      closedDay: null,
      themes: [],
      capacity: null,
      version: 1,
    } as const;
    const objectives = [
      aligned('O-1', 'Win', company, null, { cycleId: year.id }),
      aligned('O-2', 'Sell', web, 'O-1', { parentKeyResult: 'KR-9' }),
    ];
    await open({ getAlignment: () => alignment(objectives, { cycles: [year, q4] }) });
    await map();
    expect(card('O-1')).toHaveAccessibleName(/Company · 2026/);
    expect(card('O-2')).toHaveAccessibleName(/for KR-9/);
  });

  it('on the page of a project shows the lines through its own objectives, and everything when asked', async () => {
    const { user } = await open(all, { projectId: '10000' });
    await map();
    expect(cards().toSorted()).toEqual(['O-1', 'O-2', 'O-3', 'O-5']);
    await user.click(screen.getByRole('button', { name: 'Everything' }));
    expect(cards()).toHaveLength(5);
  });

  it('folds what is under a card and says how much that is', async () => {
    const { user } = await open(all);
    await map();
    await user.click(screen.getByRole('button', { name: '2 objectives under O-2' }));
    expect(cards().toSorted()).toEqual(['O-1', 'O-2', 'O-5']);
    expect(screen.getByRole('button', { name: '2 objectives under O-2' })).toHaveTextContent('+2');
    await user.click(screen.getByRole('button', { name: 'Unfold all' }));
    expect(cards()).toHaveLength(5);
    await user.click(screen.getByRole('button', { name: 'Fold all' }));
    expect(cards().toSorted()).toEqual(['O-1', 'O-5']);
  });

  it('is one stop for Tab, and keys follow the lines, open, fold and show a line', async () => {
    const { user } = await open(all);
    await map();
    focus(screen.getByRole('group', { name: 'Alignment map' }));
    await user.tab();
    expect(card('O-1')).toHaveFocus();
    await user.keyboard('{ArrowRight}');
    expect(card('O-2')).toHaveFocus();
    await user.keyboard('{ArrowRight}{ArrowDown}');
    expect(card('O-4')).toHaveFocus();
    await user.keyboard('{Enter}');
    expect(opened).toEqual(['o-4']);
    await user.keyboard('{ArrowLeft} ');
    expect(cards().toSorted()).toEqual(['O-1', 'O-2', 'O-5']);
    await user.keyboard('{ArrowRight}{ArrowRight}l');
    expect(await screen.findByText('The line to the top')).toBeInTheDocument();
  });

  it('zooms by buttons and keys, and is moved by arrow keys without drawing a card anew', async () => {
    const { user } = await open(all);
    const frame = await map();
    const scale = () => screen.getByRole('button', { name: /^Life size/ }).textContent;
    await user.click(screen.getByRole('button', { name: 'Zoom out' }));
    const out = scale();
    focus(frame);
    await user.keyboard('+');
    expect(Number.parseInt(scale() ?? '', 10)).toBeGreaterThan(Number.parseInt(out ?? '', 10));
    await user.click(screen.getByRole('button', { name: /^Life size/ }));
    expect(scale()).toBe('100 %');
    const world = card('O-1').closest<HTMLElement>('.alignment-map__world');
    const before = world?.style.transform;
    const same = card('O-1');
    focus(frame);
    await user.keyboard('{ArrowRight}');
    expect(world?.style.transform).not.toBe(before);
    expect(card('O-1')).toBe(same);
  });
});

describe('links that do not hold', () => {
  const broken = [
    ...forest,
    aligned('O-6', 'Past its group', web, 'O-1'),
    aligned('O-7', 'Refused', web, 'O-2', { contribution: 'declined' }),
    aligned('O-8', 'Of something secret', mobile, null, { missing: 'unseen' }),
  ];

  it('are said on their cards, counted, listed, and found from there', async () => {
    const { user } = await open({ getAlignment: () => alignment(broken) });
    await map();
    expect(card('O-6')).toHaveAccessibleName(/passes over its group/);
    expect(card('O-7')).toHaveAccessibleName(/declined by the one above/);
    await user.click(screen.getByRole('button', { name: /5 of 8 objectives reach a company goal.*3 links to look at · 3 without a line/ }));
    expect(screen.getByText('aligned to one you cannot see', { selector: 'li span' })).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Fold all' }));
    expect(cards()).not.toContain('O-7');
    const [toIt] = screen.getAllByRole('button', { name: 'O-7 Refused' });
    if (toIt) await user.click(toIt);
    expect(cards()).toContain('O-7');
  });

  it('are said in the list as well', async () => {
    asList();
    await open({ getAlignment: () => alignment(broken) });
    await list();
    expect(row('O-8')).toHaveTextContent('aligned to one you cannot see');
  });
});

describe('the list', () => {
  beforeEach(asList);

  it('is a tree with the same objectives in reading order', async () => {
    await open(all);
    await list();
    expect(rows()).toEqual(['O-1', 'O-2', 'O-3', 'O-4', 'O-5']);
    expect(row('O-3')).toHaveAttribute('aria-level', '3');
    expect(row('O-2')).toHaveAttribute('aria-expanded', 'true');
    expect(row('O-3')).not.toHaveAttribute('aria-expanded');
    expect(row('O-3')).toHaveAccessibleName(/At risk.*2 key results: 1 on track, 1 off track/);
  });

  it('is moved over, folded and opened by keys', async () => {
    const { user } = await open(all);
    await list();
    focus(row('O-1'));
    await user.keyboard('{ArrowDown}{ArrowDown}');
    expect(row('O-3')).toHaveFocus();
    await user.keyboard('{ArrowLeft}');
    expect(row('O-2')).toHaveFocus();
    await user.keyboard('{ArrowLeft}');
    expect(rows()).toEqual(['O-1', 'O-2', 'O-5']);
    await user.keyboard('{ArrowRight}{End}');
    expect(row('O-5')).toHaveFocus();
    await user.keyboard('{Home}{Enter}');
    expect(opened).toEqual(['o-1']);
  });

  it('shows a line alone, and everything again', async () => {
    const { user } = await open(all);
    await list();
    await user.click(screen.getByRole('button', { name: 'Show the line of O-3 to the top' }));
    expect(rows()).toEqual(['O-1', 'O-2', 'O-3']);
    expect(opened).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Show everything' }));
    expect(rows()).toHaveLength(5);
  });

  it('is remembered as the reader’s choice', async () => {
    localStorage.clear();
    const { user, host, unmount } = await open(all);
    await map();
    await user.click(screen.getByRole('button', { name: 'List' }));
    await list();
    expect(host.search()).toBe('?form=list');
    unmount();
    await open(all);
    expect(await list()).toBeInTheDocument();
  });

  it('is what the address says, where the browser forbids to remember', async () => {
    const refuse = jest.spyOn(Storage.prototype, 'getItem').mockImplementation(() => {
      throw new Error('denied');
    });
    await open(all, { search: '?form=list' });
    expect(await list()).toBeInTheDocument();
    refuse.mockRestore();
  });

  it('comes first where a map has no room', async () => {
    localStorage.clear();
    const wide = window.innerWidth;
    window.innerWidth = 500;
    await open(all);
    expect(await list()).toBeInTheDocument();
    window.innerWidth = wide;
  });
});

describe('what is looked for', () => {
  it('is lit on the map, and found one after the other', async () => {
    const { user } = await open(all);
    await map();
    await user.type(screen.getByRole('searchbox'), 'conversion');
    expect(await screen.findByText('1 objective found; Enter goes to the next')).toBeInTheDocument();
    expect(card('O-3').parentElement).toHaveClass('map-card--lit');
    expect(card('O-4').parentElement).toHaveClass('map-card--dim');
  });

  it('in the list leaves the matches and what is above them', async () => {
    asList();
    const { user } = await open(all);
    await list();
    await user.type(screen.getByRole('searchbox'), 'app');
    await waitFor(() => expect(rows()).toEqual(['O-1', 'O-2', 'O-4']));
  });

  it('may be a line that the address names', async () => {
    await open(all, { search: '?line=key-result.kr-3' });
    const bar = await screen.findByText('The line to the top');
    const steps = within(bar.parentElement ?? bar).getAllByRole('listitem');
    expect(steps.map(({ textContent }) => textContent)).toEqual([
      '●KR-3 Time to pay',
      '▲O-3 A quick checkout',
      '▲O-2 Shops that sell',
      '▲O-1 Win the market',
    ]);
    expect(screen.getByText('It reaches a company goal.')).toBeInTheDocument();
  });

  it('may be an issue that Jira does not show', async () => {
    const { user, host } = await open(all);
    await map();
    await user.type(screen.getByRole('searchbox'), 'web-99{Enter}');
    expect(await screen.findByText('There is no issue WEB-99 that you can see.')).toBeInTheDocument();
    expect(host.search()).toBe('?line=issue.WEB-99');
    await user.click(screen.getByRole('button', { name: 'Close' }));
    expect(host.search()).toBe('');
  });
});
