/** A chart in its states: on its way, failed, drawn, as a table; and what it says about its past. */
import { act, screen, within } from '@testing-library/react';
import type { ProgressHistory } from '../../../src/contract/history';
import { ApiError } from '../../../static/api-error';
import { burnUp } from '../../../static/features/history/chart-models';
import { HistoryChart } from '../../../static/features/history/history-chart';
import { createFormat } from '../../../static/ui/format';
import { createFakeHost, type Answers } from '../support/fake-host';
import { renderScreen } from '../support/render-screen';
import { day, history } from './sample-history';

const format = createFormat('en-GB', 'UTC', () => Date.parse('2026-11-22T12:00:00Z'));
const rule = { weightBy: 'count', wanted: null } as const;

const open = (getHistory: NonNullable<Answers['getHistory']>) => {
  const host = createFakeHost({ getHistory });
  const view = renderScreen(
    <HistoryChart
      subject={{ type: 'key-result', id: 'kr-32' }}
      health="on-track"
      headingLevel={2}
      modelOf={(of: ProgressHistory) => burnUp(of, rule, null, format)}
    />,
    host,
  );
  return { host, ...view };
};

it('is a picture with a name and its present numbers in words, and a legend of different lines', async () => {
  open(() => history());
  const chart = await screen.findByRole('img', { name: 'Burn-up' });
  expect(chart).toHaveAccessibleDescription('22 Nov: done 33, scope 53, expected 26.5');
  const legend = within(screen.getByRole('list', { name: 'Legend' }));
  expect(legend.getAllByRole('listitem').map((item) => item.textContent?.trim())).toEqual(['done', 'scope', 'expected']);
  expect(within(chart).getByText('today')).toBeInTheDocument();
  expect(within(chart).getByText('31 Dec')).toBeInTheDocument();
});

it('tells the numbers of the day under the pointer', async () => {
  const { user } = open(() => history());
  const chart = await screen.findByRole('img');
  await user.pointer({ target: chart, coords: { clientX: 0 } });
  expect(screen.getByText('1 Oct: done 0, scope 44, expected 0')).toBeInTheDocument();
  await user.pointer({ target: chart, coords: { clientX: 5000 } });
  expect(screen.getByText('31 Dec: expected 53')).toBeInTheDocument();
  await user.unhover(chart);
  expect(screen.queryByText('31 Dec: expected 53')).not.toBeInTheDocument();
});

it('shows the same numbers as a table, newest first, with how each day is known', async () => {
  const { user } = open(() => history());
  await user.click(await screen.findByRole('button', { name: 'Show as table' }));
  const table = within(screen.getByRole('region', { name: 'Burn-up as a table' }));
  expect(table.getAllByRole('row').map((row) => [...row.children].map((cell) => cell.textContent))).toEqual([
    ['Day', 'done', 'scope', 'expected', 'Known by'],
    ['22 Nov', '33', '53', '26.5', 'recorded that day'],
    ['21 Nov', '31', '52', '–', 'recorded that day'],
    ['1 Nov', '16', '47', '–', 'Jira’s changelogs'],
    ['1 Oct', '0', '44', '0', 'Jira’s changelogs'],
  ]);
  await user.click(screen.getByRole('button', { name: 'Show as chart' }));
  expect(screen.getByRole('img', { name: 'Burn-up' })).toBeInTheDocument();
});

describe('what it says about the past', () => {
  it('which days were rebuilt', async () => {
    open(() => history());
    expect(await screen.findByText(/^1 Oct to 1 Nov: rebuilt from Jira’s changelogs/)).toBeInTheDocument();
  });

  it('that values may have been typed in', async () => {
    open(() => history({ days: [{ ...day('2026-10-01', { value: 40, origin: 'rebuilt' }), scope: null, done: null }] }));
    expect(await screen.findByText(/^1 Oct: rebuilt from recorded values and Jira’s changelogs/)).toBeInTheDocument();
  });

  it('which filters the changelogs do not tell of', async () => {
    open(() => history({ untold: ['text ~ "payment"'] }));
    expect(await screen.findByText(/do not tell which issues this filter found/)).toBeInTheDocument();
    expect(screen.getByText('text ~ "payment"')).toBeInTheDocument();
  });

  it('that there is none yet', async () => {
    open(() => history({ days: [day('2026-11-22')] }));
    expect(await screen.findByText('There is no past yet. Each day that ends adds to it.')).toBeInTheDocument();
  });

  it('that it is being rebuilt, and follows by itself', async () => {
    jest.useFakeTimers();
    try {
      let answer = history({ days: [day('2026-11-22')], rebuilding: true });
      open(() => answer);
      expect(await screen.findByText(/being rebuilt from Jira’s changelogs/)).toBeInTheDocument();
      answer = history();
      await act(() => jest.advanceTimersByTimeAsync(5_100));
      expect(screen.queryByText(/being rebuilt/)).not.toBeInTheDocument();
      expect(screen.getByText(/^1 Oct to 1 Nov: rebuilt/)).toBeInTheDocument();
    } finally {
      jest.useRealTimers();
    }
  });
});

it('says what failed and tries again on demand', async () => {
  let broken = true;
  const { user } = open(() => {
    if (broken) throw new ApiError({ code: 'JIRA_UNAVAILABLE', message: 'Jira is busy.' });
    return history();
  });
  expect(await screen.findByText('Loading the chart')).toBeInTheDocument();
  expect(await screen.findByText('Jira is busy.', {}, { timeout: 4_000 })).toBeInTheDocument();
  broken = false;
  await user.click(screen.getByRole('button', { name: 'Retry' }));
  expect(await screen.findByRole('img', { name: 'Burn-up' })).toBeInTheDocument();
});
