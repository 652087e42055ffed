/** The shell's address of a page of the app, which the app names by the key of its module. */
import type { SessionView } from '../session-view';

/** `projectKey` for pages of a project. Throws for a module that has no page here, and for a page of a project without its key. */
export function moduleAddress(session: SessionView, moduleKey: string, projectKey: string | undefined): string {
  const slugIn = (pages: SessionView['projectPages']): string | undefined => pages.find((page) => page.moduleKey === moduleKey)?.slug;
  const [inProject, global, admin] = [slugIn(session.projectPages), slugIn(session.globalPages), slugIn(session.adminPages)];
  if (global !== undefined) return `/apps/${global}`;
  if (admin !== undefined) return `/settings/${admin}`;
  if (inProject === undefined) throw new Error(`NotEmulated: navigate to the module ${moduleKey}`);
  if (projectKey === undefined) throw new Error(`The page ${moduleKey} is a project's: its projectKey is missing.`);
  return `/projects/${encodeURIComponent(projectKey)}/${inProject}`;
}
