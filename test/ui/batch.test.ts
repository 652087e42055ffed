/** Requests for one thing that travel together. */
import { batched } from '../../static/batch';

it('sends what is asked for in one turn as one request, each id once', async () => {
  const sent: (readonly string[])[] = [];
  const get = batched(async (ids) => {
    sent.push(ids);
    return new Map(ids.map((id) => [id, id.toUpperCase()]));
  }, 50);
  expect(await Promise.all([get('a'), get('b'), get('a')])).toEqual(['A', 'B', 'A']);
  expect(sent).toEqual([['a', 'b']]);
});

it('sends no more ids in one request than allowed', async () => {
  const sent: number[] = [];
  const get = batched(async (ids) => {
    sent.push(ids.length);
    return new Map<string, string>();
  }, 2);
  await Promise.all(['a', 'b', 'c', 'd', 'e'].map(get));
  expect(sent).toEqual([2, 2, 1]);
});

it('answers null for what the reply lacks', async () => {
  expect(await batched(async () => new Map<string, string>(), 10)('x')).toBeNull();
});

it('rejects everyone whose request failed, and works again afterwards', async () => {
  let broken = true;
  const get = batched(async (ids) => {
    if (broken) throw new Error('down');
    return new Map(ids.map((id) => [id, id]));
  }, 10);
  await expect(Promise.all([get('a'), get('b')])).rejects.toThrow('down');
  broken = false;
  expect(await get('a')).toBe('a');
});
