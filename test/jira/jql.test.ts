/** Cutting and reading JQL as words: what stands in quotes, or behind a backslash, is text and nothing else. */
import fc from 'fast-check';
import { parseJql } from '../../local/jira/jql/parse-jql';
import { bothOf, personalFunctionIn, withoutOrderBy } from '../../src/jira/jql';
import { describeWithData, sharedText } from '../local/jira/shared-data';

/** The text of a query's condition, as Atlassian's own parser finds it. */
const whereOf = (jql: string): string => {
  const position = parseJql(jql).where?.position;
  if (!position) throw new Error(`"${jql}" has no condition`);
  return jql.slice(...position);
};

/** Any text, written as Jira's JQL writes it between quotes. */
const quoted = fc.string({ maxLength: 30 }).map((text) => `"${text.replace(/["\\]/g, '\\$&')}"`);

describe('a query without its ORDER BY', () => {
  it.each([
    ['project = WEB ORDER BY created DESC, key', 'project = WEB'],
    ['project = WEB order   by rank', 'project = WEB'],
    ['project = WEB\nOrder\tBy rank', 'project = WEB'],
    ['(project = WEB)order by rank', '(project = WEB)'],
    ['summary ~ "pay"ORDER BY rank', 'summary ~ "pay"'],
    ["summary ~ 'pay'order by rank", "summary ~ 'pay'"],
    ['labels in (a, b)ORDER BY "Story Points"', 'labels in (a, b)'],
    ['ORDER BY created', ''],
    ['  project = WEB  ', 'project = WEB'],
  ])('%s', (jql, rest) => {
    expect(withoutOrderBy(jql)).toBe(rest);
  });

  it.each([
    'summary ~ "order by mail"',
    "summary ~ 'please order by friday'",
    String.raw`summary ~ "he said \" order by \" twice"`,
    String.raw`summary ~ 'it\'s order by'`,
    'labels in (order-by, reorder, by)',
    'labels = border AND by = 1',
    String.raw`summary ~ "ends with a backslash \\"`,
    'summary ~ "🛒 order by 🛒"',
  ])('leaves this alone: %s', (jql) => {
    expect(withoutOrderBy(jql)).toBe(jql);
  });

  it.each([
    String.raw`summary ~ a\"b ORDER BY rank`,
    String.raw`summary ~ "x \\" ORDER BY rank`,
    String.raw`summary ~ 'a"b' ORDER BY rank`,
  ])('is not misled by a quote that opens nothing: %s', (jql) => {
    expect(withoutOrderBy(jql)).toBe(jql.replace(' ORDER BY rank', ''));
  });

  it('keeps any quoted text whole', () => {
    fc.assert(
      fc.property(quoted, (text) => {
        const jql = `summary ~ ${text}`;
        expect(withoutOrderBy(`${jql} ORDER BY rank`)).toBe(jql);
        expect(withoutOrderBy(jql)).toBe(jql);
      }),
    );
  });

  it('may be anything, as long as it does not throw, and cutting twice is cutting once', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const cut = withoutOrderBy(text);
        expect(text).toContain(cut);
        expect(withoutOrderBy(cut)).toBe(cut);
      }),
    );
  });
});

describe('two queries joined', () => {
  it('keep their own meaning, without the order of the first', () => {
    expect(bothOf('a = 1 OR b = 2 ORDER BY c', 'd = 3 OR e = 4')).toBe('(a = 1 OR b = 2) AND (d = 3 OR e = 4)');
  });
});

describe('a function that means somebody else for each person', () => {
  it.each([
    ['assignee = currentUser()', 'currentUser'],
    ['assignee=currentuser ( )', 'currentUser'],
    ['assignee in (ada, CURRENTUSER())', 'currentUser'],
    ['NOT(reporter=currentUser())', 'currentUser'],
    ['created > lastLogin() AND assignee = currentUser()', 'lastLogin'],
    ['created > currentLogin()', 'currentLogin'],
    ['issue in issueHistory()', 'issueHistory'],
    ['issue in votedIssues() OR issue in watchedIssues()', 'votedIssues'],
    ['issue in watchedIssues()', 'watchedIssues'],
    ['status was "Done" BY currentUser() BEFORE "2019/02/02"', 'currentUser'],
    ['assignee = "currentUser"()', 'currentUser'],
    ["assignee = 'currentUser' ()", 'currentUser'],
    [String.raw`assignee = current\u0055ser()`, 'currentUser'],
    [String.raw`assignee = "current\u0055ser"()`, 'currentUser'],
    [String.raw`summary ~ a\"b AND assignee = currentUser()`, 'currentUser'],
    [String.raw`summary ~ "x \\" AND assignee = currentUser()`, 'currentUser'],
  ])('is found: %s', (jql, name) => {
    expect(personalFunctionIn(jql)).toBe(name);
  });

  it.each([
    'summary ~ "currentUser()"',
    "summary ~ 'ask currentUser() first'",
    String.raw`summary ~ "say \"currentUser()\" aloud"`,
    'assignee = currentUser',
    'labels in (currentUser)',
    'assignee in membersOf("web") AND sprint in openSprints()',
    'assignee = notCurrentUser()',
    'currentUser = (1)',
  ])('is not seen where there is none: %s', (jql) => {
    expect(personalFunctionIn(jql)).toBeNull();
  });

  it('is never seen inside quotes, whatever stands there', () => {
    fc.assert(fc.property(quoted, (text) => personalFunctionIn(`summary ~ ${text} AND (a = 1)`) === null));
  });
});

describeWithData('queries that people really wrote', () => {
  const queries = (): readonly string[] =>
    sharedText('jql.txt')
      .split('\n')
      .filter((line) => line.trim() !== '');

  it('lose their order and nothing else', () => {
    for (const jql of queries()) {
      const cut = withoutOrderBy(jql);
      expect({ jql, orderBy: parseJql(cut).orderBy, where: whereOf(cut) }).toEqual({ jql, orderBy: undefined, where: whereOf(jql) });
      expect(() => parseJql(bothOf(jql, 'updated >= -15m'))).not.toThrow();
    }
  });

  it('are personal exactly where they call currentUser outside of quotes', () => {
    for (const jql of queries()) {
      const calls = jql.replace(/"[^"]*"/g, '""').includes('currentUser(');
      expect({ jql, found: personalFunctionIn(jql) }).toEqual({ jql, found: calls ? 'currentUser' : null });
    }
  });
});
