import { createSitePump } from '../../../local/shell/server/site-pump';

/** A host whose deliveries end when the test says so. */
function slowHost() {
  const running: (() => void)[] = [];
  return { drain: () => new Promise<void>((resolve) => running.push(resolve)), runDueSchedules: () => Promise.resolve(), running };
}

const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

it('delivers one after the other, and once more for all changes meanwhile', async () => {
  const host = slowHost();
  const pump = createSitePump(host, () => undefined, fail);
  pump.kick();
  pump.kick();
  pump.kick();
  expect(host.running).toHaveLength(1);
  host.running[0]?.();
  await settle();
  expect(host.running).toHaveLength(2);
  const stopped = pump.stop();
  host.running[1]?.();
  await settle();
  host.running[2]?.();
  await stopped;
  expect(host.running).toHaveLength(3);
});

it('saves when it stops, after what was under way', async () => {
  const host = slowHost();
  const order: string[] = [];
  const pump = createSitePump(host, () => void order.push('saved'), fail);
  const stopped = pump.stop();
  order.push('delivering');
  host.running[0]?.();
  await stopped;
  expect(order).toEqual(['delivering', 'saved']);
});

it('reports a delivery that fails and goes on', async () => {
  const problems: unknown[] = [];
  let deliveries = 0;
  const drain = (): Promise<void> => (deliveries++ === 0 ? Promise.reject(new Error('no')) : Promise.resolve());
  const pump = createSitePump(
    { drain, runDueSchedules: () => Promise.resolve() },
    () => undefined,
    (error) => problems.push(error),
  );
  pump.kick();
  await settle();
  await pump.stop();
  expect(problems).toEqual([new Error('no')]);
  expect(deliveries).toBe(2);
});

function fail(error: unknown): void {
  throw error;
}
