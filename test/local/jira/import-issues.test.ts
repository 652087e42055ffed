/** Import: the three shapes of a file, real exports taken whole, doubles, collisions, and errors that leave nothing behind. */
import { describeWithData, sharedText } from './shared-data';
import { app, at, emptySite, list, smallSite } from './small-site';
import type { SmallSite } from './small-site';

const raw = (id: string, key: string, more: Readonly<Record<string, unknown>> = {}) => ({
  id,
  key,
  fields: {
    summary: `Issue ${key}`,
    issuetype: { id: '1', name: 'Task', subtask: false },
    status: { id: '71', name: 'Offen', statusCategory: { key: 'undefined' } },
    created: '2026-01-02T09:00:00.000-0500',
    ...more,
  },
  changelog: {
    total: 2,
    histories: [
      {
        id: '902',
        created: '2026-01-04T09:00:00.000-0600',
        author: { accountId: 'u-1' },
        items: [{ field: 'status', fieldtype: 'jira', from: '72', fromString: 'Arbeit', to: '71', toString: 'Offen' }],
      },
      {
        id: '901',
        created: '2026-01-03T09:00:00.000+0000',
        author: null,
        items: [{ field: 'status', fieldtype: 'jira', from: '71', fromString: 'Offen', to: '72', toString: 'Arbeit' }],
      },
    ],
  },
});
const lines = (...issues: readonly unknown[]) => issues.map((issue) => JSON.stringify(issue)).join('\n');

const fieldsOf = ({ call }: SmallSite, key: string) => at(call('GET', `/rest/api/3/issue/${key}`).body, 'fields');
const historyOf = ({ call }: SmallSite, key: string) => list(at(call('GET', `/rest/api/3/issue/${key}/changelog`).body, 'values'));

describe('the three shapes', () => {
  const issues = [raw('501', 'NEW-1'), raw('502', 'NEW-2', { parent: { id: '501', key: 'NEW-1' } })];
  it.each([
    ['one issue a line', lines(...issues)],
    ['one issue a line, ended by an empty line', `${lines(...issues)}\n\n`],
    ['an array', JSON.stringify(issues, null, 2)],
    ['a search reply', JSON.stringify({ issues })],
    ['pages of a search', JSON.stringify([{ issues: issues.slice(0, 1) }, { issues: issues.slice(1) }])],
  ])('%s', (_, text) => {
    const made = emptySite();
    expect(made.site.importIssues(text)).toEqual({ issues: 2, changelogEntries: 4, projects: ['NEW'], users: 1, leftOut: [] });
    expect(made.keys('project = NEW')).toEqual(['NEW-2', 'NEW-1']);
    expect(at(fieldsOf(made, 'NEW-2'), 'parent', 'key')).toBe('NEW-1');
  });
});

describe('what an import normalises', () => {
  const made = emptySite();
  made.site.importIssues(
    lines(
      raw('501', 'NEW-1', { parent: { id: '400', key: 'OLD-7' }, customfield_7: 8 }),
      raw('502', 'NEW-2', { assignee: { accountId: 'u-1' }, customfield_7: null }),
    ),
  );

  it('histories run oldest first, and instants are UTC', () => {
    expect(historyOf(made, 'NEW-1').map((entry) => at(entry, 'created'))).toEqual([
      '2026-01-03T09:00:00.000+0000',
      '2026-01-04T15:00:00.000+0000',
    ]);
    expect(at(fieldsOf(made, 'NEW-1'), 'created')).toBe('2026-01-02T14:00:00.000+0000');
  });
  it('a status without category counts as to do', () => {
    expect(at(fieldsOf(made, 'NEW-1'), 'status', 'statusCategory', 'key')).toBe('new');
  });
  it('a parent that is not there is no parent', () => {
    expect(at(fieldsOf(made, 'NEW-1'), 'parent')).toBeUndefined();
    expect(made.keys('project = NEW AND parent is EMPTY')).toEqual(['NEW-2', 'NEW-1']);
  });
  it('a status that only histories know is done where issues were resolved on reaching it, whichever way it is met first', () => {
    const closed = { field: 'status', fieldtype: 'jira', from: '81', fromString: 'Review', to: '82', toString: 'Shipped' };
    const resolved = { field: 'resolution', fieldtype: 'jira', from: null, fromString: null, to: '9', toString: 'Fixed' };
    const reopened = { field: 'status', fieldtype: 'jira', from: '82', fromString: 'Shipped', to: '71', toString: 'Offen' };
    const histories = [
      { id: '904', created: '2026-01-06T09:00:00.000+0000', items: [reopened] },
      { id: '903', created: '2026-01-05T09:00:00.000+0000', items: [resolved, closed] },
    ];
    const site = emptySite();
    site.site.importIssues(lines({ ...raw('501', 'NEW-1'), changelog: { histories } }));
    const statuses = list(at(site.site.dump(), 'statuses')).map((status) => [at(status, 'name'), at(status, 'category')]);
    expect(statuses).toContainEqual(['Shipped', 'done']);
    expect(statuses).toContainEqual(['Review', 'indeterminate']);
  });
  it('a number field that the export leaves out has the value its history gave it last; one without a value stays without', () => {
    const field = { id: 'customfield_77', name: 'Effort', custom: true, schema: { type: 'number', custom: 'x:float' } };
    const change = (from: string | null, to: string) => ({
      field: 'Effort',
      fieldtype: 'custom',
      fieldId: 'customfield_77',
      from: null,
      fromString: from,
      to: null,
      toString: to,
    });
    const histories = [
      { id: '904', created: '2026-01-06T09:00:00.000+0000', items: [change('3', '5')] },
      { id: '903', created: '2026-01-05T09:00:00.000+0000', items: [change(null, '3')] },
    ];
    const site = emptySite();
    const issues = [
      { ...raw('501', 'NEW-1'), changelog: { histories } },
      { ...raw('502', 'NEW-2', { customfield_77: null }), changelog: { histories: [] } },
    ];
    site.site.importIssues(JSON.stringify({ issues, fields: [field] }));
    expect(at(fieldsOf(site, 'NEW-1'), 'customfield_77')).toBe(5);
    expect(at(fieldsOf(site, 'NEW-2'), 'customfield_77')).toBeNull();
  });
  it('says what it leaves out: parents nobody has, and fields it does not keep', () => {
    const site = emptySite();
    const orphan = raw('501', 'NEW-1', { parent: { id: '400', key: 'OLD-7' }, issuelinks: [{ id: '1' }], worklog: null });
    expect(site.site.importIssues(lines(orphan)).leftOut).toEqual([
      '1 issue has a parent that is neither in the file nor here: NEW-1.',
      'Fields the site does not keep: issuelinks.',
    ]);
  });
  it('a person without a name gets one, always the same', () => {
    const name = at(fieldsOf(made, 'NEW-2'), 'assignee', 'displayName');
    expect(name).toMatch(/^[A-Z]\w+ [A-Z]\w+$/);
    const again = emptySite();
    again.site.importIssues(lines(raw('502', 'NEW-2', { assignee: { accountId: 'u-1' } })));
    expect(at(fieldsOf(again, 'NEW-2'), 'assignee', 'displayName')).toBe(name);
  });
  it('a project is open to everybody and its workflow has every category', () => {
    made.site.door.putUser({ accountId: 'eve', displayName: 'Eve' });
    expect(made.site.canBrowse('eve', 'NEW')).toBe(true);
    const reply = made.call('GET', '/rest/api/3/issue/NEW-1/transitions', undefined, { type: 'user', accountId: 'eve' });
    const categories = list(at(reply.body, 'transitions')).map((transition) => at(transition, 'to', 'statusCategory', 'key'));
    expect(new Set(categories)).toEqual(new Set(['new', 'indeterminate', 'done']));
  });
});

describe('importing again and beside what is there', () => {
  it('twice is once', () => {
    const made = emptySite();
    made.site.importIssues(lines(raw('501', 'NEW-1')));
    const before = made.site.dump();
    made.site.importIssues(lines(raw('501', 'NEW-1')));
    expect(made.site.dump()).toEqual(before);
  });
  it('the newer export replaces an issue, also after it moved', () => {
    const made = emptySite();
    made.site.importIssues(lines(raw('501', 'NEW-1')));
    made.site.importIssues(lines(raw('501', 'OTHER-4', { summary: 'Moved' })));
    expect(made.site.findIssue('501')?.key).toBe('OTHER-4');
    expect(made.keys('summary ~ moved')).toEqual(['OTHER-4']);
  });
  it('ids that mean something else here are given anew, histories included', () => {
    const made = emptySite();
    made.site.importIssues(lines(raw('501', 'NEW-1')));
    made.site.importIssues(
      lines({
        ...raw('501', 'FAR-1', {
          created: '2020-05-05T00:00:00.000+0000',
          status: { id: '72', name: 'Fertig', statusCategory: { key: 'done' } },
        }),
        changelog: { histories: [] },
      }),
    );
    expect(made.site.findIssue('NEW-1')?.id).toBe('501');
    expect(made.site.findIssue('FAR-1')?.id).not.toBe('501');
    expect(made.keys('status = Fertig')).toEqual(['FAR-1']);
    expect(made.keys('status was Arbeit')).toEqual(['NEW-1']);
  });
  it('emits no events', () => {
    const made = emptySite();
    made.site.importIssues(lines(raw('501', 'NEW-1')));
    expect(made.events).toEqual([]);
  });
});

describe('an import that cannot be', () => {
  const good = JSON.stringify(raw('501', 'NEW-1'));
  it.each([
    ['', 'line 1: the file is empty.'],
    [`${good}\n{"id":"502","key":`, 'line 2: this is not JSON'],
    [`${good}\n{"id":"502","fields":{}}`, 'line 2: issue 502 has no "key"'],
    [`${good}\n{"id":"502","key":"NEW-2"}`, 'line 2: issue NEW-2 has no "fields"'],
    [lines(raw('501', 'NEW-1'), raw('502', 'NEW-2', { status: null })), 'line 2: issue NEW-2 has no field "status"'],
    [
      lines(raw('501', 'NEW-1'), raw('502', 'NEW-2', { created: 'yesterday' })),
      'line 2: issue NEW-2 has no readable creation instant (yesterday)',
    ],
    [JSON.stringify([raw('501', 'NEW-1'), 7]), 'issue 2: this is no JSON object'],
    [JSON.stringify({ ...raw('501', 'NEW-1'), changelog: { total: 9, histories: [] } }), 'the changelog of issue NEW-1 has 0 of 9 entries'],
    ['[{"id":', 'the file: this is not JSON'],
  ])('%.40s… says where and imports nothing', (text, words) => {
    const made = smallSite();
    const before = made.site.dump();
    expect(() => made.site.importIssues(text)).toThrow(words);
    expect(() => made.site.importIssues(text)).toThrow('Nothing was imported.');
    expect(made.site.dump()).toEqual(before);
  });
  it('a key another issue has here', () => {
    const made = smallSite();
    expect(() => made.site.importIssues(lines(raw('501', 'WEB-1')))).toThrow('the key WEB-1 belongs to another issue here');
  });
});

describeWithData('the real exports', () => {
  const duraspace = emptySite();
  duraspace.site.importIssues(sharedText('issues/duraspace-2015.jsonl'));
  const bitovi = emptySite();
  bitovi.site.importIssues(sharedText('issues/bitovi-cloud-2024.json'));
  const count = ({ call }: SmallSite, jql: string) => at(call('POST', '/rest/api/3/search/approximate-count', { jql }).body, 'count');

  it('duraspace comes in complete: 1,316 issues, 7,120 changelog entries, 16 projects, 190 people', () => {
    expect(emptySite().site.importIssues(sharedText('issues/duraspace-2015.jsonl'))).toEqual({
      issues: 1316,
      changelogEntries: 7120,
      projects: 'CLOUDSYNC DFR DPS DS FCREPO FUNAPI HCAMPPSU HYARG HYDRA HYDRASIR HYDRUS HYHULL HYLIBRA HYPAT VIVO VIVOONT'.split(' '),
      users: 190,
      leftOut: [
        expect.stringContaining('8 issues have a parent that is neither in the file nor here'),
        'Fields the site does not keep: aggregatetimeoriginalestimate, aggregatetimespent, issuelinks.',
      ],
    });
  });
  it('bitovi comes in complete: 53 issues, 1,142 changelog entries, 4 projects named by its moves', () => {
    expect(emptySite().site.importIssues(sharedText('issues/bitovi-cloud-2024.json'))).toEqual({
      issues: 53,
      changelogEntries: 1142,
      projects: ['IMP', 'ORDER', 'PROMO', 'STORE'],
      users: 8,
      leftOut: [expect.stringContaining('12 issues have a parent that is neither in the file nor here')],
    });
    expect(bitovi.site.findProject('IMP')).toEqual({ id: '10001', key: 'IMP', name: 'Itsy Marketplace' });
  });
  it('both live on one site', () => {
    const both = emptySite();
    both.site.importIssues(sharedText('issues/duraspace-2015.jsonl'));
    both.site.importIssues(sharedText('issues/bitovi-cloud-2024.json'));
    expect(count(both, 'key is not EMPTY')).toBe(1369);
    expect(at(fieldsOf(both, 'IMP-15'), 'status', 'name')).toBe('Done');
    expect(at(fieldsOf(both, 'FCREPO-523'), 'status', 'name')).toBe('Reopened');
  });
  it.each([
    ['project = FCREPO', 1019],
    ['project = FCREPO AND statusCategory = Done', 712],
    ['resolution is not EMPTY', 960],
    ['resolution is not EMPTY AND statusCategory != Done', 5],
    ['parent is not EMPTY', 117],
    ['fixVersion = "DfR 0.1"', 1],
    ['sprint in closedSprints()', 3],
    ['"Story Points" is not EMPTY', 2],
    ['due is not EMPTY', 245],
    ['assignee is EMPTY', 384],
  ])('duraspace: %s finds %d', (jql, expected) => {
    expect(count(duraspace, jql)).toBe(expected);
  });
  it.each([
    ['issuetype = Initiative', 12],
    ['parent is not EMPTY', 41],
    ['project = "ORDER" AND issuetype = Epic', 7],
    ['"Story points" is not EMPTY', 35],
    ['"Story points" > 100', 1],
    ['status = UAT', 4],
    ['due is not EMPTY', 40],
  ])('bitovi: %s finds %d', (jql, expected) => {
    expect(count(bitovi, jql)).toBe(expected);
  });
  it('an issue that moved is found by its old keys', () => {
    expect(bitovi.site.findIssue('IMP-88')?.key).toBe('PROMO-1');
    expect(duraspace.site.findIssue('FCCOMM-1')?.key).toBe('FCREPO-249');
    expect(bitovi.keys('key = IMP-88')).toEqual(['PROMO-1']);
  });
  it('an issue whose resolution stands only in its history has it, and since when', () => {
    expect(count(bitovi, 'resolution = Done')).toBe(10);
    expect(count(bitovi, 'resolved is not EMPTY')).toBe(10);
  });
  it('search pages every FCREPO version with 20 issues or more to the ids a filter of the file gives', () => {
    const byVersion = new Map<string, string[]>();
    for (const line of sharedText('issues/duraspace-2015.jsonl').split('\n').filter(Boolean)) {
      const issue: unknown = JSON.parse(line);
      if (at(issue, 'fields', 'project', 'key') !== 'FCREPO') continue;
      for (const version of list(at(issue, 'fields', 'fixVersions'))) {
        const name = String(at(version, 'name'));
        byVersion.set(name, [...(byVersion.get(name) ?? []), String(at(issue, 'id'))]);
      }
    }
    const large = [...byVersion].filter(([, ids]) => ids.length >= 20);
    expect(large).toHaveLength(8);
    for (const [name, ids] of large) {
      const paged: string[] = [];
      for (let token: unknown; ;) {
        const page = duraspace.site.request(app, {
          method: 'POST',
          path: '/rest/api/3/search/jql',
          body: {
            jql: `project = FCREPO AND fixVersion = "${name}"`,
            fields: ['status'],
            maxResults: 7,
            ...(token === undefined ? {} : { nextPageToken: token }),
          },
        });
        paged.push(...list(at(page.body, 'issues')).map((issue) => String(at(issue, 'id'))));
        token = at(page.body, 'nextPageToken');
        expect(at(page.body, 'isLast')).toBe(token === undefined);
        if (token === undefined) break;
      }
      expect([...paged].sort()).toEqual([...ids].sort());
    }
  });
});
