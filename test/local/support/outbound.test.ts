import { takeRefusedHosts } from '../../support/refuse-outbound';

test('a connection to another machine is refused and remembered', async () => {
  await expect(fetch('http://192.0.2.1/')).rejects.toThrow();
  await fetch('https://outside.example/').catch(() => undefined);
  expect(takeRefusedHosts()).toEqual(['192.0.2.1', 'outside.example']);
});
