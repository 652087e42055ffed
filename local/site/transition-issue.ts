/** Moves an issue to a status through Jira's own REST API, as a person would by the button. */
import { z } from 'zod';
import type { JiraSite, JiraUser } from '../seams';
import { failed } from './refusal';

const transitionList = z.object({
  transitions: z.array(z.object({ id: z.string(), name: z.string(), to: z.object({ name: z.string() }) })),
});

const ask = (jira: JiraSite, user: JiraUser, method: string, path: string, body?: unknown): unknown => {
  const reply = jira.request({ type: 'user', accountId: user.accountId }, { method, path, ...(body === undefined ? {} : { body }) });
  if (reply.status >= 400)
    throw failed(`Jira refused ${method} ${path} for ${user.displayName}: ${reply.status} ${JSON.stringify(reply.body)}`);
  return reply.body;
};

/** Answers with the name of the status the issue is in now. */
export const transitionIssue = (jira: JiraSite, user: JiraUser, issue: string, status: string, resolution?: string): string => {
  const path = `/rest/api/3/issue/${encodeURIComponent(issue)}/transitions`;
  const { transitions } = transitionList.parse(ask(jira, user, 'GET', path));
  const wanted = status.toLowerCase();
  const transition =
    transitions.find(({ to }) => to.name.toLowerCase() === wanted) ?? transitions.find(({ name }) => name.toLowerCase() === wanted);
  if (!transition)
    throw failed(`${issue} cannot go to "${status}"; it can go to ${transitions.map(({ to }) => to.name).join(', ') || 'nothing'}.`);
  ask(jira, user, 'POST', path, {
    transition: { id: transition.id },
    ...(resolution === undefined ? {} : { fields: { resolution: { name: resolution } } }),
  });
  return transition.to.name;
};
