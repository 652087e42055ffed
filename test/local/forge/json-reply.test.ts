import { jsonReply } from '../../../local/forge/json-reply';

const reply = (): Response => jsonReply('{"a":1}', 418, { 'retry-after': '5' });

test('is read as text or as JSON, with its status and headers', async () => {
  expect(reply()).toMatchObject({ status: 418, ok: false });
  expect(reply().headers.get('retry-after')).toBe('5');
  expect(reply().headers.get('content-type')).toBe('application/json;charset=UTF-8');
  await expect(reply().text()).resolves.toBe('{"a":1}');
  await expect(reply().json()).resolves.toEqual({ a: 1 });
});

test('is read once', async () => {
  const once = reply();
  expect(once.bodyUsed).toBe(false);
  await once.json();
  expect(once.bodyUsed).toBe(true);
  await expect(once.text()).rejects.toThrow('already been read');
});

test.each<readonly [string, (whole: Response) => unknown]>([
  ['a stream', (whole) => whole.body],
  ['a clone', (whole) => whole.clone()],
  ['bytes', (whole) => whole.arrayBuffer()],
  ['a blob', (whole) => whole.blob()],
  ['a form', (whole) => whole.formData()],
])('refuses %s by name', (_, read) => {
  expect(() => read(reply())).toThrow('NotEmulated');
});
