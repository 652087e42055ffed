import { describeOnEveryEngine } from '../support/engines';
import { openStore, type OpenStore } from './support/open-store';
import { noon } from './support/records';

describeOnEveryEngine('asked runs', (openEngine) => {
  let site: OpenStore;
  beforeAll(async () => {
    site = await openStore(await openEngine());
  });
  beforeEach(() => site.clear());
  afterAll(() => site.close());

  const claim = (now: number, until: number, queue = 'sync') => site.store.askedRuns.claim(queue, now, until);

  test('are asked for by the first alone, for each queue', async () => {
    await expect(claim(noon, noon + 10)).resolves.toBe(true);
    await expect(claim(noon + 10, noon + 20)).resolves.toBe(false);
    await expect(claim(noon, noon + 10, 'history')).resolves.toBe(true);
  });

  test('are asked for again when they have begun', async () => {
    await claim(noon, noon + 10);
    await site.store.askedRuns.release('sync');
    await expect(claim(noon, noon + 10)).resolves.toBe(true);
  });

  test('are asked for again when nobody believes in them any more', async () => {
    await claim(noon, noon + 10);
    await expect(claim(noon + 11, noon + 20)).resolves.toBe(true);
    await expect(claim(noon + 20, noon + 30)).resolves.toBe(false);
  });

  test('that come by themselves need no asking', async () => {
    await site.store.askedRuns.hold('sync', noon + 10);
    await expect(claim(noon, noon + 10)).resolves.toBe(false);
    await site.store.askedRuns.hold('sync', noon + 20);
    await expect(claim(noon + 15, noon + 30)).resolves.toBe(false);
  });
});
