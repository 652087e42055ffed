import { publishedForecast } from '../../bench/forecast/published-forecast';
import { describeWithData, sharedText } from '../../local/jira/shared-data';

describeWithData('a published forecast', () => {
  const found = publishedForecast(sharedText('forecast/focusedobjective-throughput.json'));

  it('is met within a week at each of its percentiles', () => {
    expect(found).toHaveLength(21);
    expect(found.filter(({ published, ours }) => Math.abs(published - ours) > 1)).toEqual([]);
  });

  it('is met in the middle of them on the whole: we are neither sooner nor later by half a week', () => {
    const mean = found.reduce((sum, { published, ours }) => sum + ours - published, 0) / found.length;
    expect(Math.abs(mean)).toBeLessThan(0.5);
  });
});
