import { join } from 'node:path';
import { parseManifest, readManifest } from '../../../local/forge/manifest';

const text = (modules: string): string => `
app: { id: 'ari:cloud:ecosystem::app/1' }
permissions: { scopes: ['read:jira-work'] }
modules:
  function:
    - { key: run, handler: index.run, timeoutSeconds: 300 }
${modules}`;

describe('the manifest as the host reads it', () => {
  test('is the one of the app', () => {
    const manifest = readManifest(join(__dirname, '../../../manifest.yml'));
    expect(manifest.resolvers.get('project-okrs')).toBe('resolver');
    expect(manifest.surfaces.map(({ type }) => type)).toContain('jira:issueContext');
    expect(manifest.hasSql).toBe(true);
  });

  test('says which function serves which module', () => {
    const manifest = parseManifest(
      text(`
  jira:issueContext: [{ key: panel, resolver: { function: run }, dynamicProperties: { function: run } }]
  trigger: [{ key: changed, function: run, events: ['avi:jira:updated:issue'], filter: { ignoreSelf: true } }]
  consumer: [{ key: worker, queue: work, function: run }]
  scheduledTrigger: [{ key: hourly, function: run, interval: hour }]`),
    );
    expect(manifest.functions.get('run')).toEqual({ key: 'run', exportName: 'run', timeoutSeconds: 300 });
    expect(manifest.resolvers.get('panel')).toBe('run');
    expect(manifest.dynamicProperties.get('panel')).toBe('run');
    expect(manifest.triggers).toEqual([{ key: 'changed', functionKey: 'run', events: ['avi:jira:updated:issue'], ignoreSelf: true }]);
    expect(manifest.consumers).toEqual([{ key: 'worker', queue: 'work', functionKey: 'run' }]);
    expect(manifest.schedules).toEqual([{ key: 'hourly', functionKey: 'run', intervalMs: 3_600_000 }]);
  });

  test.each([
    ['a module type the host does not know', '  webtrigger: [{ key: x, function: run }]', 'NotEmulated: module webtrigger'],
    ['a function that is not defined', '  scheduledTrigger: [{ key: x, function: walk, interval: hour }]', 'names the function "walk"'],
    ['an interval there is not', '  scheduledTrigger: [{ key: x, function: run, interval: minute }]', 'manifest.yml cannot be used'],
    [
      'a trigger filter it cannot apply',
      "  trigger: [{ key: x, function: run, events: ['e'], filter: { expression: 'true' } }]",
      'manifest.yml cannot be used',
    ],
  ])('refuses %s by name', (_, modules, words) => {
    expect(() => parseManifest(text(modules))).toThrow(words);
  });
});
