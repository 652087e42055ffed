/** The issue panel's dynamic properties: a lozenge while the panel is closed. A failure shows no lozenge rather than a broken panel. */
import { z } from 'zod';
import { issueLozenge as lozengeOf } from '../usecases/pages/issue-lozenge';
import { deps } from './deps';

const requestSchema = z.object({
  extension: z.object({ issue: z.object({ id: z.string() }), project: z.object({ id: z.string() }) }),
});

export async function issueLozenge(request: unknown): Promise<unknown> {
  try {
    const { issue, project } = requestSchema.parse(request).extension;
    const value = await lozengeOf(deps, issue.id, project.id);
    return value === null ? {} : { status: { type: 'lozenge', value } };
  } catch (error) {
    deps.warn(`No lozenge (${error instanceof Error ? error.name : 'unknown'}).`);
    return {};
  }
}
