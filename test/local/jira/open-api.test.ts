/**
 * Every endpoint against Atlassian's own OpenAPI document: the replies have its shape, and the scopes are its classic
 * ones. One deviation: changelog items really carry null for an empty side, where the document says string.
 */
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { endpoints, findRoute } from '../../../local/jira/rest/endpoints';
import { describeWithData, sharedText } from './shared-data';
import { ada, app, at, list, smallSite } from './small-site';

describeWithData("Atlassian's document", () => {
  const document: unknown = JSON.parse(sharedText('jira-openapi.json'));
  const schemas = at(document, 'components', 'schemas');
  const items = at(schemas, 'ChangeDetails', 'properties');
  if (typeof items === 'object' && items !== null) {
    for (const side of ['from', 'fromString', 'to', 'toString']) Object.assign(items, { [side]: { type: 'string', nullable: true } });
  }
  const ajv = addFormats(new Ajv({ strict: false, allErrors: true }));
  ajv.addFormat('int32', true);
  ajv.addFormat('int64', true);
  // One schema each: as parts of one document every compilation would walk all of it.
  const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
  const alone = (schema: unknown): object => {
    const own: unknown = JSON.parse(JSON.stringify(schema).replaceAll('"#/components/schemas/', '"'));
    return isObject(own) ? own : {};
  };
  for (const [name, schema] of Object.entries(isObject(schemas) ? schemas : {})) ajv.addSchema(alone(schema), name);

  const operationOf = (method: string, path: string) => at(document, 'paths', path, method.toLowerCase());

  /** Compiled once. */
  const validators = new Map<string, ReturnType<typeof ajv.compile>>();
  const problems = (method: string, template: string, status: number, body: unknown): unknown => {
    const key = `${method} ${template} ${String(status)}`;
    const known = validators.get(key);
    const response = at(operationOf(method, template), 'responses', String(status));
    if (response === undefined) return `the document has no reply ${String(status)}`;
    const schema = at(response, 'content', 'application/json', 'schema');
    if (schema === undefined) return body === undefined || status >= 400 ? null : 'the document has no body here';
    const validate = known ?? ajv.compile(alone(schema));
    validators.set(key, validate);
    return validate(body) ? null : validate.errors;
  };

  it.each(endpoints.map((endpoint) => [`${endpoint.method} ${endpoint.path}`, endpoint] as const))(
    '%s asks for the classic scopes of the document',
    (_, endpoint) => {
      const sets = list(at(operationOf(endpoint.method, endpoint.path), 'x-atlassian-oauth2-scopes'));
      const classic = sets.find((set) => at(set, 'scheme') === 'OAuth2' && at(set, 'state') === 'Current');
      expect(at(classic, 'scopes')).toEqual(endpoint.scopes);
    },
  );

  const fields = { project: { key: 'WEB' }, issuetype: { name: 'Story' }, summary: 'New' };
  const calls: readonly (readonly [method: string, path: string, body?: unknown])[] = [
    ['POST', '/rest/api/3/issue/bulkfetch', { issueIdsOrKeys: ['WEB-2', 'WEB-3', 'WEB-99'], expand: ['changelog', 'names', 'schema'] }],
    [
      'POST',
      '/rest/api/3/issue/bulkfetch',
      { issueIdsOrKeys: ['WEB-2'], fields: ['summary', 'parent', 'customfield_19016', 'customfield_19020'] },
    ],
    ['POST', '/rest/api/3/search/jql', { jql: 'project = WEB', fields: ['*all'], maxResults: 2, expand: 'names,schema,changelog' }],
    ['POST', '/rest/api/3/search/jql', { jql: 'project = WEB' }],
    ['GET', '/rest/api/3/search/jql?jql=project%20%3D%20WEB&fields=summary,status'],
    ['POST', '/rest/api/3/search/approximate-count', { jql: 'project = WEB' }],
    ['POST', '/rest/api/3/jql/match', { issueIds: [1, 2], jqls: ['project = WEB', 'project = NOPE'] }],
    [
      'POST',
      '/rest/api/3/permissions/check',
      { globalPermissions: ['ADMINISTER'], projectPermissions: [{ permissions: ['BROWSE_PROJECTS'], projects: [1], issues: [2] }] },
    ],
    ['GET', '/rest/api/3/field'],
    ['GET', '/rest/api/3/resolution'],
    ['GET', '/rest/api/3/status'],
    ['GET', '/rest/api/3/statuscategory'],
    ['GET', '/rest/api/3/issuetype'],
    ['GET', '/rest/api/3/priority'],
    ['GET', '/rest/api/3/issue/picker?query=ca'],
    ['GET', '/rest/api/3/user/bulk?accountId=ada&accountId=ben'],
    ['GET', '/rest/api/3/user/assignable/search?project=WEB&query=a'],
    ['GET', '/rest/api/3/user/search?query=ada'],
    ['GET', '/rest/api/3/user?accountId=ada'],
    ['GET', '/rest/api/3/myself'],
    ['GET', '/rest/api/3/mypermissions?permissions=BROWSE_PROJECTS,ADMINISTER&projectKey=WEB'],
    ['GET', '/rest/api/3/project/search'],
    ['GET', '/rest/api/3/project/WEB'],
    ['GET', '/rest/api/3/issue/WEB-2?expand=changelog,names,schema'],
    ['GET', '/rest/api/3/issue/WEB-3/changelog'],
    ['POST', '/rest/api/3/changelog/bulkfetch', { issueIdsOrKeys: ['WEB-3'], fieldIds: ['status'] }],
    ['GET', '/rest/api/3/issue/WEB-2/transitions'],
    ['POST', '/rest/api/3/issue/WEB-2/transitions', { transition: { id: '21' } }],
    ['PUT', '/rest/api/3/issue/WEB-2', { fields: { summary: 'Cache it' } }],
    ['POST', '/rest/api/3/issue', { fields }],
    ['DELETE', '/rest/api/3/issue/WEB-3'],
    // Refusals.
    ['GET', '/rest/api/3/issue/WEB-99'],
    ['GET', '/rest/api/3/project/NOPE'],
    ['POST', '/rest/api/3/issue', { fields: { ...fields, summary: 7 } }],
    ['POST', '/rest/api/3/permissions/check', { projectPermissions: [{ permissions: ['FLY'] }] }],
    ['GET', '/rest/api/3/mypermissions'],
  ];

  it.each(calls.map(([method, path, body]) => ({ method, path, body })))('$method $path answers in its shape', ({ method, path, body }) => {
    const { call } = smallSite();
    const template = findRoute(method, path)?.endpoint.path ?? '';
    for (const principal of [app, ada]) {
      const reply = call(method, path, body, principal);
      const expected = at(operationOf(method, template), 'responses', String(reply.status));
      expect([reply.status, expected === undefined]).toEqual([reply.status, false]);
      expect(problems(method, template, reply.status, reply.body)).toBeNull();
    }
  });

  it('has a call above for every endpoint', () => {
    const called = new Set(calls.map(([method, path]) => findRoute(method, path)?.endpoint));
    expect(endpoints.filter((endpoint) => !called.has(endpoint)).map(({ method, path }) => `${method} ${path}`)).toEqual([]);
  });
});
