import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { endpoints } from '../../../local/jira/rest/endpoints';
import { emulatedCommands, refusedCommands } from '../../../local/shell/bridge-protocol';

const root = join(__dirname, '../../..');
const text = readFileSync(join(root, 'local/FIDELITY.md'), 'utf8');
const rows = text
  .split('\n')
  .filter((line) => line.startsWith('| ') && !/^\| (Part|Endpoint|Command) /.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()));

describe('FIDELITY.md', () => {
  test.each(endpoints.map(({ path }) => path))('has the endpoint %s', (path) => {
    expect(text).toMatch(new RegExp(`\`(GET |POST |PUT |DELETE )?${path.replace(/[{}]/g, '\\$&')}\``));
  });

  test.each([...emulatedCommands, ...refusedCommands])('has the bridge command %s', (command) => {
    expect(text).toContain(`\`${command}\``);
  });

  test('names tests that are there', () => {
    const named = rows.flatMap((cells) => (cells.at(-3) ?? '').split(', ').filter((name) => name !== ''));
    expect(named.length).toBeGreaterThan(40);
    expect(named.filter((name) => !existsSync(join(root, 'test', `${name}.test.ts`)))).toEqual([]);
  });

  test('says of every part when it was last compared with a real site', () => {
    expect(rows.filter((cells) => !/^(never|\d{4}-\d{2}-\d{2})$/.test(cells.at(-2) ?? ''))).toEqual([]);
  });
});
