/** A screen that sleeps: hidden, with the lid closed, without a connection. When it wakes it knows what it has missed, and listens again. */
import { act, screen } from '@testing-library/react';
import { useLiveQuery, useLiveUpdates } from '../../static/live-query';
import { createFakeHost } from './support/fake-host';
import { renderScreen } from './support/render-screen';
import { okrs } from './project-okrs/sample-okrs';
import { useHost } from '../../static/host';

const Screen = () => {
  const { invoke } = useHost();
  const live = useLiveUpdates(['okrs']);
  const query = useLiveQuery(['okrs', 'any'], () => invoke('getProjectOkrs', {}));
  return (
    <p>
      {query.data?.totalObjectives} objectives, {live ? 'live' : 'not live'}
    </p>
  );
};

let total = 0;
const open = async () => {
  total = 1;
  const host = createFakeHost({ getProjectOkrs: () => okrs([], { totalObjectives: total }) });
  let subscriptions = 0;
  renderScreen(
    <Screen />,
    {
      ...host,
      onNumbersChanged: (listener) => {
        subscriptions += 1;
        return host.onNumbersChanged(listener);
      },
    },
    jest.advanceTimersByTime,
  );
  expect(await screen.findByText('1 objectives, live')).toBeInTheDocument();
  return { host, subscriptions: () => subscriptions };
};
const pass = (ms: number) => act(() => jest.advanceTimersByTimeAsync(ms));

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

it('asks once for a burst of messages', async () => {
  const { host } = await open();
  total = 2;
  for (let message = 0; message < 20; message += 1) act(() => host.changeNumbers());
  await pass(400);
  expect(screen.getByText('2 objectives, live')).toBeInTheDocument();
  expect(host.calls).toHaveLength(2);
});

it('catches up within seconds of waking from a sleep in which no timer ran, and listens anew', async () => {
  const { host, subscriptions } = await open();
  total = 2;
  // The lid is closed: the clock goes on, timers do not.
  jest.setSystemTime(Date.now() + 3 * 3_600_000);
  await pass(5_500);
  expect(screen.getByText('2 objectives, live')).toBeInTheDocument();
  expect(subscriptions()).toBe(2);

  total = 3;
  act(() => host.changeNumbers());
  await pass(400);
  expect(screen.getByText('3 objectives, live')).toBeInTheDocument();
});

it('does not take the slow timers of a hidden tab for a sleep', async () => {
  const { host, subscriptions } = await open();
  const asked = host.calls.length;
  jest.setSystemTime(Date.now() + 55_000);
  await pass(5_000);
  expect(subscriptions()).toBe(1);
  expect(host.calls).toHaveLength(asked);
});

it('catches up when the connection is back', async () => {
  const { subscriptions } = await open();
  total = 2;
  act(() => void window.dispatchEvent(new Event('online')));
  await pass(400);
  expect(screen.getByText('2 objectives, live')).toBeInTheDocument();
  expect(subscriptions()).toBe(2);
});

it('catches up when the browser shows it again from its store of left pages', async () => {
  await open();
  total = 2;
  const shown = new Event('pageshow');
  Object.defineProperty(shown, 'persisted', { value: true });
  act(() => void window.dispatchEvent(shown));
  await pass(400);
  expect(screen.getByText('2 objectives, live')).toBeInTheDocument();
});

it('goes on asking after a message was lost: within a minute', async () => {
  await open();
  total = 2;
  await pass(61_000);
  expect(screen.getByText('2 objectives, live')).toBeInTheDocument();
});
