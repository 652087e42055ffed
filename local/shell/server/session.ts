/**
 * Who is looking and in which colours, kept in two cookies of the browser. Anyone may be anyone here: it is a stand-in for
 * one's own machine. What a person may see is asked of the Jira stand-in each time.
 */
import type { IncomingMessage } from 'node:http';
import type { JiraSite, JiraUser } from '../../seams';
import { isColorMode, type ColorMode } from '../theme';

export type Session = { readonly user: JiraUser; readonly colorMode: ColorMode };

/** The session of a request: the user of the cookie while active, else the first site administrator. Throws on a site without users. */
export function sessionOf(request: IncomingMessage, jira: JiraSite): Session {
  const cookies = new Map(
    (request.headers.cookie ?? '').split(';').map((pair): [string, string] => {
      const [name = '', value = ''] = pair.trim().split('=');
      return [name, decodeURIComponent(value)];
    }),
  );
  const users = jira.users().filter(({ active }) => active);
  const user = users.find(({ accountId }) => accountId === cookies.get('user')) ?? users.find(({ siteAdmin }) => siteAdmin) ?? users[0];
  if (user === undefined) throw new Error('The site has no active user. Start it with the demo data or import issues first.');
  const colorMode = cookies.get('theme');
  return { user, colorMode: isColorMode(colorMode) ? colorMode : 'light' };
}

export function sessionCookie(name: 'user' | 'theme', value: string): string {
  return `${name}=${encodeURIComponent(value)}; Path=/; HttpOnly; SameSite=Lax; Max-Age=31536000`;
}
