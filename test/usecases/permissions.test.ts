/**
 * Who may do what: the site administrator (ada), the lead of the project (ben), people who work in it (cleo), and those who may not even
 * see the project. What one may not see does not exist; what one may see but not change is forbidden.
 */
import type { ApiName, Input } from '../../src/contract/api';
import { openTestSite, type TestSite } from '../support/test-site';
import {
  addMetric,
  addObjective,
  addWork,
  ask,
  bring,
  failureOf,
  inProject,
  newId,
  outcomeOf,
  Q4,
  SEC,
  WEB,
  workOn,
} from './support/okr-steps';

let site: TestSite;
beforeEach(async () => {
  site = await openTestSite();
});
afterEach(() => site.close());

const by = async <N extends ApiName>(as: string, name: N, input: Input<N>): Promise<string> =>
  outcomeOf(await site.invoke(name, input, { as }));

/** Every way to change an objective or a key result of a project, each on its own fresh objects. */
const changes: readonly (readonly [string, (as: string, projectId: string, owners: Owners) => Promise<string>])[] = [
  ['edit an objective', async (as, projectId, owners) => {
    const { id } = await addObjective(site, { projectId, ownerAccountId: owners.objective });
    return by(as, 'editObjective', { id, version: 1, title: 'Changed' });
  }],
  ['archive an objective', async (as, projectId, owners) => {
    const { id } = await addObjective(site, { projectId, ownerAccountId: owners.objective });
    return by(as, 'archiveObjective', { id, version: 1 });
  }],
  ['edit a key result', async (as, projectId, owners) => {
    const objective = await addObjective(site, { projectId, ownerAccountId: owners.objective });
    const { id } = await addWork(site, objective, { ownerAccountId: owners.keyResult });
    return by(as, 'editKeyResult', { id, version: 1, title: 'Changed' });
  }],
  ['archive a key result', async (as, projectId, owners) => {
    const objective = await addObjective(site, { projectId, ownerAccountId: owners.objective });
    const { id } = await addWork(site, objective, { ownerAccountId: owners.keyResult });
    return by(as, 'archiveKeyResult', { id, version: 1 });
  }],
  ['record a value', async (as, projectId, owners) => {
    const objective = await addObjective(site, { projectId, ownerAccountId: owners.objective });
    const { id } = await addMetric(site, objective, { ownerAccountId: owners.keyResult });
    return by(as, 'recordValue', { id: newId(), keyResultId: id, value: 50 });
  }],
  ['add a query', async (as, projectId, owners) => {
    const objective = await addObjective(site, { projectId, ownerAccountId: owners.objective });
    const { id } = await addWork(site, objective, { ownerAccountId: owners.keyResult });
    return by(as, 'addSource', { id: newId(), keyResultId: id, source: { type: 'jql', jql: 'project = WEB' } });
  }],
  ['preview children', async (as, projectId, owners) => {
    const objective = await addObjective(site, { projectId, ownerAccountId: owners.objective });
    const { id } = await addWork(site, objective, { ownerAccountId: owners.keyResult });
    return by(as, 'previewSource', { keyResultId: id, change: { add: { type: 'children', issue: 'WEB-1' } } });
  }],
  ['remove a query', async (as, projectId, owners) => {
    const objective = await addObjective(site, { projectId, ownerAccountId: owners.objective });
    const { id } = await addWork(site, objective, { ownerAccountId: owners.keyResult });
    const { sourceId } = await bring(site, { id }, 'project = WEB');
    return by(as, 'removeSource', { sourceId });
  }],
]; // prettier-ignore

type Owners = { readonly objective: string | null; readonly keyResult: string | null };
const nobody: Owners = { objective: null, keyResult: null };

describe.each(changes)('who may %s', (what, change) => {
  it('the site administrator and the lead of the project', async () => {
    expect([await change('ada', WEB, nobody), await change('ben', WEB, nobody)]).toEqual(['ok', 'ok']);
  });

  it('one who administers the project without leading it', async () => {
    site.site.jira.door.putProject({ key: 'WEB', name: 'Web shop', adminIds: ['cleo'] });
    expect(await change('cleo', WEB, nobody)).toBe('ok');
  });

  it('the owner of the objective, whatever else they are', async () => {
    expect(await change('cleo', WEB, { objective: 'cleo', keyResult: null })).toBe('ok');
  });

  it(what.includes('objective') ? 'not the owner of a key result below' : 'the owner of the key result', async () => {
    expect(await change('cleo', WEB, { objective: null, keyResult: 'cleo' })).toBe(what.includes('objective') ? 'FORBIDDEN' : 'ok');
  });

  it('not somebody who only works there', async () => {
    expect(await change('cleo', WEB, { objective: 'ben', keyResult: 'dan' })).toBe('FORBIDDEN');
  });

  it('to a stranger it does not exist, even to one who owns it', async () => {
    expect(await change('cleo', SEC, nobody)).toBe('NOT_FOUND');
    expect(await change('cleo', SEC, { objective: 'cleo', keyResult: 'cleo' })).toBe('NOT_FOUND');
  });
});

describe('writing something new', () => {
  it('an objective takes an administrator of the project', async () => {
    const create = (as: string, projectId: string) =>
      by(as, 'createObjective', { id: newId(), home: inProject(projectId), cycleId: Q4, title: 'New', ownerAccountId: as });
    expect([await create('ada', WEB), await create('ben', WEB), await create('cleo', WEB)]).toEqual(['ok', 'ok', 'FORBIDDEN']);
    expect([await create('ada', SEC), await create('dan', SEC), await create('ben', SEC)]).toEqual(['ok', 'ok', 'NOT_FOUND']);
  });

  it('a key result is also for the owner of the objective', async () => {
    const create = async (as: string, owner: string | null, projectId = WEB) => {
      const { id: objectiveId } = await addObjective(site, { projectId, ownerAccountId: owner });
      return by(as, 'createKeyResult', { kind: 'work', id: newId(), objectiveId, title: 'New', ownerAccountId: null });
    };
    expect([await create('ben', null), await create('cleo', 'cleo'), await create('cleo', 'ben')]).toEqual(['ok', 'ok', 'FORBIDDEN']);
    expect(await create('cleo', 'cleo', SEC)).toBe('NOT_FOUND');
  });

  it('refuses in words that say whom to ask', async () => {
    const { id } = await addObjective(site);
    const refusal = failureOf(await site.invoke('editObjective', { id, version: 1, title: 'x' }, { as: 'cleo' }));
    expect(refusal.message).toBe('Only the owner, a project administrator or an OKR admin can change this objective. Ask one of them.');
  });
});

describe('linking a single issue', () => {
  it('is for everybody who may edit it: preview, add and remove', async () => {
    const keyResult = await addWork(site, await addObjective(site));
    const draft = { type: 'issue', issue: 'WEB-6' } as const;
    const preview = await ask(site, 'previewSource', { keyResultId: keyResult.id, change: { add: draft } }, { as: 'cleo' });
    expect(preview).toMatchObject({ matched: 1, joining: 1 });
    const { sourceId } = await bring(site, keyResult, 'WEB-6', { as: 'cleo' });
    expect(await by('cleo', 'previewSource', { keyResultId: keyResult.id, change: { remove: sourceId } })).toBe('ok');
    expect(await by('cleo', 'removeSource', { sourceId })).toBe('ok');
  });

  it('is not for somebody who may only read it', async () => {
    site.site.jira.door.putProject({ key: 'WEB', name: 'Web shop', access: 'limited' });
    const keyResult = await addWork(site, await addObjective(site));
    const { sourceId } = await bring(site, keyResult, 'WEB-2');
    const source = { type: 'issue', issue: 'WEB-6' } as const;
    const refusal = failureOf(await site.invoke('addSource', { id: newId(), keyResultId: keyResult.id, source }, { as: 'cleo' }));
    expect(refusal).toMatchObject({ code: 'FORBIDDEN', message: expect.stringContaining('Ask one of them') });
    expect(await by('cleo', 'removeSource', { sourceId })).toBe('FORBIDDEN');
  });

  it('does not reach an issue one may not see, nor tell that it is there', async () => {
    const keyResult = await addWork(site, await addObjective(site));
    const add = (issue: string) =>
      site.invoke('addSource', { id: newId(), keyResultId: keyResult.id, source: { type: 'issue', issue } }, { as: 'cleo' });
    const [hidden, missing] = [failureOf(await add('SEC-1')), failureOf(await add('SEC-2'))];
    expect(hidden).toMatchObject({ code: 'INVALID', field: 'source.issue' });
    expect(hidden.message.replace('SEC-1', 'SEC-2')).toBe(missing.message);
  });

  it('does not reach a key result of a project one may not see', async () => {
    const secret = await addWork(site, await addObjective(site, { projectId: SEC }));
    const source = { type: 'issue', issue: 'WEB-6' } as const;
    const add = async (keyResultId: string) =>
      failureOf(await site.invoke('addSource', { id: newId(), keyResultId, source }, { as: 'cleo' }));
    expect(await add(secret.id)).toEqual(await add('nowhere'));
    expect((await add(secret.id)).code).toBe('NOT_FOUND');
  });
});

describe('a change of scope by somebody who may not make it', () => {
  it('is refused before the query is run as the app', async () => {
    const keyResult = await addWork(site, await addObjective(site));
    const source = { type: 'jql', jql: 'status = "To Do"' } as const;
    const records = await site.recordsOf(async () => {
      expect(await by('cleo', 'addSource', { id: newId(), keyResultId: keyResult.id, source })).toBe('FORBIDDEN');
      expect(await by('cleo', 'previewSource', { keyResultId: keyResult.id, change: { add: source } })).toBe('FORBIDDEN');
    });
    expect(records.flatMap(({ jira }) => jira).filter(({ path }) => path.includes('search'))).toEqual([]);
  });
});

describe('reading', () => {
  it('asks Jira nothing for the open project, and once for another one', async () => {
    await addObjective(site);
    const calls = async (from: Parameters<TestSite['invoke']>[2], input: Input<'getProjectOkrs'>) => {
      const [record] = await site.recordsOf(() => site.invoke('getProjectOkrs', input, from));
      return record?.jira.map(({ path, as }) => `${path} as ${as}`);
    };
    expect(await calls({ as: 'cleo', project: 'WEB' }, {})).toEqual([]);
    expect(await calls({ as: 'cleo', project: 'WEB' }, { projectId: SEC })).toEqual(['/rest/api/3/permissions/check as user']);
  });

  it('another project is refused to those who may not browse it, and shown to those who may', async () => {
    await addObjective(site, { projectId: SEC });
    const read = (as: string) => site.invoke('getProjectOkrs', { projectId: SEC }, { as, project: 'WEB' });
    expect([outcomeOf(await read('cleo')), outcomeOf(await read('dan'))]).toEqual(['NOT_FOUND', 'ok']);
    expect(outcomeOf(await site.invoke('listLinkTargets', { projectId: SEC }, { as: 'cleo', project: 'WEB' }))).toBe('NOT_FOUND');
  });

  it('a key result of a private project looks like one that is not there', async () => {
    const secret = await addWork(site, await addObjective(site, { projectId: SEC }));
    const read = async (keyResultId: string) => failureOf(await site.invoke('getKeyResult', { keyResultId }, { as: 'cleo' }));
    expect(await read(secret.id)).toEqual(await read('nowhere'));
    expect(await by('dan', 'getKeyResult', { keyResultId: secret.id })).toBe('ok');
  });

  it('the panel of an issue one may not see is refused', async () => {
    await workOn(site, ['SEC-1']);
    expect(await by('cleo', 'getIssueKeyResults', { issueId: '20101' })).toBe('NOT_FOUND');
    expect(await by('dan', 'getIssueKeyResults', { issueId: '20101' })).toBe('ok');
  });

  it('ends for a person who has been deactivated', async () => {
    site.site.jira.door.putUser({ accountId: 'cleo', displayName: 'Cleo Coder', active: false });
    expect(await by('cleo', 'getProjectOkrs', { projectId: WEB })).not.toBe('ok');
  });
});
