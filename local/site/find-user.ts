/** Finds the person a command names by account id, e-mail or display name; without a name, the site administrator. */
import type { JiraSite, JiraUser } from '../seams';
import { failed } from './refusal';

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

export const findUser = (jira: JiraSite, name: string | undefined): JiraUser => {
  const users = jira.users();
  if (name === undefined) {
    const admin = users.find((user) => user.siteAdmin && user.active);
    if (!admin) throw failed('The site has no active administrator. Name a person with --as USER; the command "users" lists them.');
    return admin;
  }
  const byId = users.find((user) => user.accountId === name);
  if (byId) return byId;
  const matches = users.filter((user) => same(user.emailAddress, name) || same(user.displayName, name));
  const [match] = matches;
  if (!match) throw failed(`Nobody is called "${name}". The command "users" lists the people of the site.`);
  if (matches.length > 1) {
    throw failed(`"${name}" may be ${matches.map((user) => user.accountId).join(' or ')}. Use the account id.`);
  }
  return match;
};
