/** Settings through the app: for OKR admins, each group under its version, and everywhere at once. */
import { radarThresholds } from '../../src/domain/radar/thresholds';
import { smallCompany } from '../support/small-company';
import { openTestSite, type TestSite } from '../support/test-site';
import { addMetric, addObjective, ask, failureOf, newId, progressOf, see, workOn } from './support/okr-steps';

let site: TestSite;
beforeEach(async () => {
  site = await openTestSite();
});
afterEach(() => site.close());

const excluding = (excludedResolutions: readonly string[], pointsFieldId: string | null = null) => ({
  excludedResolutions: [...excludedResolutions],
  pointsFieldId,
});

describe('settings', () => {
  it('are for OKR admins', async () => {
    expect(failureOf(await site.invoke('getSettings', {}, { as: 'ben' })).code).toBe('FORBIDDEN');
    const change = { group: 'checkIns', version: 0, value: { cadenceDays: 14 } } as const;
    expect(failureOf(await site.invoke('changeSetting', change, { as: 'ben' })).code).toBe('FORBIDDEN');
  });

  it('have defaults of version 0, and two administrators do not overwrite each other', async () => {
    expect(await ask(site, 'getSettings', {})).toMatchObject({ checkIns: { value: { cadenceDays: 7 }, version: 0 } });
    const change = (version: number, cadenceDays: number) =>
      site.invoke('changeSetting', { group: 'checkIns', version, value: { cadenceDays } });
    expect(await change(0, 14)).toMatchObject({ ok: true, value: { checkIns: { value: { cadenceDays: 14 }, version: 1 } } });
    expect(failureOf(await change(0, 21)).code).toBe('CONFLICT');
    expect(await change(1, 21)).toMatchObject({ ok: true, value: { checkIns: { version: 2 } } });
  });

  it('refuse limits that contradict each other, and a points field that Jira does not have', async () => {
    const health = { onTrack: 0.6, atRisk: 0.8, grace: 0.1, chanceOnTrack: 0.7, chanceAtRisk: 0.4 };
    expect(failureOf(await site.invoke('changeSetting', { group: 'health', version: 0, value: health }))).toMatchObject({
      field: 'value.atRisk',
    });
    const radar = { ...radarThresholds, weak: 80 };
    expect(failureOf(await site.invoke('changeSetting', { group: 'radar', version: 0, value: radar }))).toMatchObject({
      field: 'value.weak',
    });
    const counting = excluding([], 'customfield_99999');
    expect(failureOf(await site.invoke('changeSetting', { group: 'counting', version: 0, value: counting }))).toMatchObject({
      field: 'value.pointsFieldId',
    });
  });

  it('of the calendar and of health are what every number is judged by', async () => {
    const metric = await addMetric(site, await addObjective(site));
    await ask(site, 'recordValue', { id: newId(), keyResultId: metric.id, value: 46 });
    const before = await see(site, metric);
    expect(before.health).toBe('at-risk');
    await ask(site, 'changeSetting', {
      group: 'health',
      version: 0,
      value: { onTrack: 0.6, atRisk: 0.3, grace: 0.1, chanceOnTrack: 0.7, chanceAtRisk: 0.4 },
    });
    expect((await see(site, metric)).health).toBe('on-track');
    await ask(site, 'changeSetting', { group: 'calendar', version: 0, value: { workingWeekdays: [5, 1], holidays: ['2026-12-25'] } });
    expect((await see(site, metric)).expected).not.toBe(before.expected);
  });
});

describe('the list of resolutions', () => {
  it('changes at once what counts as cancelled, there and back', async () => {
    const work = await workOn(site, ['WEB-2', 'WEB-7', 'WEB-6']);
    expect(await progressOf(site, work)).toBe(0.5);
    await ask(site, 'changeSetting', { group: 'counting', version: 0, value: excluding([]) });
    expect(await progressOf(site, work)).toBe(2 / 3);
    await ask(site, 'changeSetting', { group: 'counting', version: 1, value: excluding(['won’t do', 'Done']) });
    expect(await progressOf(site, work)).toBe(0);
  });
});

describe('the points field', () => {
  it('is read again from Jira for every known issue', async () => {
    const effort = { id: 'customfield_10900', name: 'Effort', custom: true, type: 'number', items: null, customType: 'com.example:float' };
    const withEffort = await openTestSite({ jira: { ...smallCompany, fields: [...smallCompany.fields, effort] } });
    try {
      const rule = { weightBy: 'points', unestimated: 'leave-out', inProgressCredit: 0, wanted: null, shared: 'repeat' } as const;
      const work = await workOn(withEffort, ['WEB-2', 'WEB-3'], { rule });
      const carriedBy = async (version: number, pointsFieldId: string | null) => {
        await ask(withEffort, 'changeSetting', { group: 'counting', version, value: excluding([], pointsFieldId) });
        await withEffort.settle();
        return progressOf(withEffort, work);
      };
      expect(await carriedBy(0, effort.id)).toBeNull();
      expect(await carriedBy(1, null)).toBe(3 / 8);
    } finally {
      await withEffort.close();
    }
  });
});
