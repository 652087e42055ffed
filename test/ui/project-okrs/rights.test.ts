/** The rights a screen goes by, held against docs/permissions.md: what the backend answers to a person of every role. */
import { readFileSync } from 'node:fs';
import { rightsOf, type Rights } from '../../../static/features/project-okrs/rights';
import type { Home } from '../../../src/domain/home';

const homes: Readonly<Record<string, Home>> = {
  company: { level: 'company' },
  group: { level: 'group', groupId: 'g-1' },
  project: { level: 'project', projectId: '10000' },
};

/** A person of each role of the table, as the browser knows them. */
const people = (home: Home): Readonly<Record<string, { readonly rights: Rights }>> => {
  const of = (accountId: string, known: Partial<Parameters<typeof rightsOf>[0]> = {}) => ({
    rights: rightsOf({
      accountId,
      roles: { isOkrAdmin: false, ledGroupIds: [] },
      administered: { jira: false, projectIds: new Set() },
      isSettled: true,
      ...known,
    }),
  });
  return {
    'OKR admin': of('a', { roles: { isOkrAdmin: true, ledGroupIds: [] } }),
    'Jira admin': of('b', { administered: { jira: true, projectIds: new Set() } }),
    lead: of(
      'c',
      home.level === 'group'
        ? { roles: { isOkrAdmin: false, ledGroupIds: ['g-1'] } }
        : home.level === 'project'
          ? { administered: { jira: false, projectIds: new Set(['10000']) } }
          : {},
    ),
    owner: of('owner'),
    'key result owner': of('kr-owner'),
    contributor: of('contributor'),
    named: of('named'),
    'anyone else': of('e'),
  };
};

/** What a screen goes by for a function of the app. */
const rules: Readonly<Record<string, (rights: Rights, home: Home) => boolean>> = {
  createObjective: (rights, home) => rights.mayPlan(home),
  reorder: (rights, home) => rights.mayPlan(home),
  editObjective: (rights, home) => rights.mayChange({ home, ownerAccountIds: ['owner'] }),
  createKeyResult: (rights, home) => rights.mayChange({ home, ownerAccountIds: ['owner'] }),
  moveKeyResult: (rights, home) => rights.mayChange({ home, ownerAccountIds: ['owner'] }),
  editKeyResult: (rights, home) => rights.mayChange({ home, ownerAccountIds: ['kr-owner', 'owner'] }),
  archiveKeyResult: (rights, home) => rights.mayChange({ home, ownerAccountIds: ['kr-owner', 'owner'] }),
  recordValue: (rights, home) => rights.mayRecord({ home, ownerAccountIds: ['kr-owner', 'owner'], contributorIds: ['contributor'] }),
  reachMilestone: (rights, home) => rights.mayRecord({ home, ownerAccountIds: ['kr-owner', 'owner'], contributorIds: ['contributor'] }),
};

const document = readFileSync('docs/permissions.md', 'utf8');
const cellsOf = (line: string): readonly string[] =>
  line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());

/** The answers of one table, by function and role. */
const tableOf = (place: string): ReadonlyMap<string, ReadonlyMap<string, string>> => {
  const [, after = ''] = document.split(`## ${place}, not private\n`);
  const [head = '', , ...rows] = (after.split('\n## ')[0] ?? '').split('\n').filter((line) => line.startsWith('|'));
  const roles = cellsOf(head);
  return new Map(
    rows.map((row) => {
      const cells = cellsOf(row);
      return [cells[0] ?? '', new Map(roles.slice(1).map((role, index) => [role, cells[index + 1] ?? '']))];
    }),
  );
};

describe.each(Object.entries(homes))('what lives with a %s', (place, home) => {
  const table = tableOf(place);
  it.each(Object.entries(rules))('offers %s to those whom the backend lets', (name, rule) => {
    const offered = Object.entries(people(home)).map(([role, { rights }]) => [role, rule(rights, home) ? 'yes' : 'no']);
    expect(offered).toEqual(offered.map(([role = '']) => [role, table.get(name)?.get(role)]));
  });
});

it('lets OKR admins and administrators of Jira set up, nobody else', () => {
  const may = Object.entries(people({ level: 'company' })).filter(([, { rights }]) => rights.maySetUp);
  expect(may.map(([role]) => role)).toEqual(['OKR admin', 'Jira admin']);
});

it('says who can, by where it lives, to those who cannot', () => {
  const words = Object.values(homes).map((home) => people(home)['anyone else']?.rights.whyNotChange({ home, ownerAccountIds: ['owner'] }));
  expect(words).toEqual([
    'Only owners and OKR admins can change this.',
    'Only owners, leads of the group and OKR admins can change this.',
    'Only owners, project administrators and OKR admins can change this.',
  ]);
  expect(people({ level: 'company' }).owner?.rights.whyNotChange({ home: { level: 'company' }, ownerAccountIds: ['owner'] })).toBeNull();
});

it('explains nothing before Jira has answered', () => {
  const rights = rightsOf({
    accountId: 'e',
    roles: { isOkrAdmin: false, ledGroupIds: [] },
    administered: { jira: false, projectIds: new Set() },
    isSettled: false,
  });
  expect(rights.whyNotPlan({ level: 'company' })).toBeNull();
});
