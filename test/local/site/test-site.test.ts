import { describeOnEveryEngine } from '../../support/engines';
import { openTestSite } from '../../support/test-site';
import type { TestSite } from '../../support/test-site';

describeOnEveryEngine('the app on a test site', (_, engine) => {
  let site: TestSite;
  beforeEach(async () => {
    site = await openTestSite({ engine });
  });
  afterEach(() => site.close());

  const ben = { as: 'ben', project: 'WEB' };

  /** KR-1 counts the children of WEB-1. */
  const writeOkrs = async (): Promise<void> => {
    const steps = [
      await site.invoke(
        'createObjective',
        { id: 'objective-1', cycleId: '2026-q4', title: 'People pay without a second thought', ownerAccountId: 'ben' },
        ben,
      ),
      await site.invoke(
        'createKeyResult',
        { id: 'key-result-1', kind: 'work', objectiveId: 'objective-1', title: 'The new checkout is live', ownerAccountId: 'ben' },
        ben,
      ),
      await site.invoke('addSource', { id: 'source-1', keyResultId: 'key-result-1', source: { type: 'children', issue: 'WEB-1' } }, ben),
    ];
    expect(steps.map(({ ok }) => ok)).toEqual([true, true, true]);
    await site.settle();
  };

  const progress = async (): Promise<unknown> => {
    const answer = await site.invoke('getKeyResult', { keyResultId: 'key-result-1' }, ben);
    return answer.ok ? answer.value.keyResult.progress : answer.error;
  };

  test('a closed issue moves the key result it serves', async () => {
    await writeOkrs();
    const before = await progress();
    await site.transition('WEB-4', 'Done', { as: 'cleo', resolution: 'Done' });
    const after = await progress();
    expect(Number(after)).toBeGreaterThan(Number(before));
    expect(site.site.host.invocations().filter(({ error }) => error !== null)).toEqual([]);
  });

  test('an invocation killed between two statements is made good by the hour', async () => {
    await writeOkrs();
    const before = await progress();
    site.site.host.dieAfterStatement(1);
    await site.transition('WEB-4', 'Done', { resolution: 'Done' });
    expect(site.site.host.invocations().filter(({ error }) => error?.includes('InvocationKilled'))).toHaveLength(1);
    await site.site.host.schedule('hourly');
    await site.settle();
    expect(Number(await progress())).toBeGreaterThan(Number(before));
  });

  test('the database can be asked directly', async () => {
    await writeOkrs();
    await expect(site.sql('SELECT id FROM objective WHERE home_id = ?', '10000')).resolves.toEqual([{ id: 'objective-1' }]);
  });
});
