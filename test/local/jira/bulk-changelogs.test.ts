/** The stand-in's bulk changelogs: pages over all issues together, oldest entry first. */
import { z } from 'zod';
import { openTestSite, type TestSite } from '../../support/test-site';

const schema = z.object({
  issueChangeLogs: z.array(z.object({ issueId: z.string(), changeHistories: z.array(z.object({ created: z.string() })) })),
  nextPageToken: z.string().optional(),
});

let site: TestSite;
afterEach(() => site.close());

it('gives an issue on as many pages as its entries fall on', async () => {
  site = await openTestSite();
  const keys = ['WEB-3', 'WEB-4', 'WEB-3', 'WEB-4', 'WEB-3'];
  for (const [index, key] of keys.entries()) {
    site.site.clock.set(Date.parse('2026-11-12T10:00:00Z') + index * 60_000);
    site.jira('PUT', `/rest/api/3/issue/${key}`, { fields: { labels: [`l${index}`] } });
  }
  const pages: string[][] = [];
  for (let token: string | undefined; ;) {
    const { body } = site.jira('POST', '/rest/api/3/changelog/bulkfetch', {
      issueIdsOrKeys: ['WEB-3', 'WEB-4', 'WEB-6'],
      fieldIds: ['labels'],
      maxResults: 2,
      ...(token === undefined ? {} : { nextPageToken: token }),
    });
    const page = schema.parse(body);
    pages.push(
      page.issueChangeLogs.flatMap(({ issueId, changeHistories }) =>
        changeHistories.map(({ created }) => `${issueId} ${created.slice(14, 16)}`),
      ),
    );
    token = page.nextPageToken;
    if (token === undefined) break;
  }
  expect(pages).toEqual([['20003 00', '20004 01'], ['20003 02', '20004 03'], ['20003 04']]);
});
