/**
 * Decides what a surface is told about where it runs. Made on the server only, after asking the Jira stand-in whether the
 * user may browse the place; the page gets it sealed and cannot choose another.
 */
import { cloudId, environmentId, environmentType, timezone } from '../../forge/identity';
import type { JiraSite } from '../../seams';
import { resourcePath, type AppManifest, type SurfaceModule } from '../surface-modules';
import type { BridgeContext, SurfaceView } from '../surface-view';
import { Refusal } from './http-reply';
import type { Session } from './session';
import { sealSurface, type SealedSurface } from './surface-token';

export type SurfaceMaker = {
  readonly manifest: AppManifest;
  readonly jira: JiraSite;
  readonly secret: Buffer;
  readonly shellOrigin: string;
  readonly surfaceOrigin: string;
};

const cannotBrowse = 'You cannot see this. Ask an administrator for the Browse Projects permission, or switch the user.';

export function issueSurfaces(maker: SurfaceMaker, session: Session, issueIdOrKey: string): readonly SurfaceView[] {
  const issue = browsableIssue(maker.jira, session, issueIdOrKey);
  const project = projectExtension(maker.jira, issue.projectId);
  const extension = { issue: { id: issue.id, key: issue.key, type: issue.typeName, typeId: issue.typeId }, project };
  return maker.manifest.surfaces
    .filter(({ type }) => type === 'jira:issueContext' || type === 'jira:issueAction')
    .map((module) => viewOf(maker, session, module, { type: module.type, ...extension }));
}

export function projectSurface(maker: SurfaceMaker, session: Session, projectKey: string, moduleKey: string): SurfaceView {
  const project = browsableProject(maker.jira, session, projectKey);
  const module = maker.manifest.surfaces.find(({ key, type }) => key === moduleKey && type === 'jira:projectPage');
  if (module === undefined) throw new Refusal(404, `The app has no project page "${moduleKey}".`);
  return viewOf(maker, session, module, { type: module.type, project: projectExtension(maker.jira, project.id) });
}

/** Refuses with 403 for whoever does not administer the site, as Jira does with its settings. */
export function adminSurface(maker: SurfaceMaker, session: Session, moduleKey: string): SurfaceView {
  requireSiteAdmin(session);
  const module = maker.manifest.surfaces.find(({ key, type }) => key === moduleKey && type === 'jira:adminPage');
  if (module === undefined) throw new Refusal(404, `The app has no admin page "${moduleKey}".`);
  return viewOf(maker, session, module, { type: module.type });
}

export function requireSiteAdmin(session: Session): void {
  if (!session.user.siteAdmin) throw new Refusal(403, 'Only people who administer the site see its settings. Switch the user.');
}

/** The page of the whole site: everybody who is logged in may open it. */
export function globalSurface(maker: SurfaceMaker, session: Session, moduleKey: string): SurfaceView {
  const module = maker.manifest.surfaces.find(({ key, type }) => key === moduleKey && type === 'jira:globalPage');
  if (module === undefined) throw new Refusal(404, `The app has no global page "${moduleKey}".`);
  return viewOf(maker, session, module, { type: module.type });
}

/** A further frame of the same module: same place, another resource, and the app's own words under `extension.modal`, as Forge does. */
export function modalSurface(
  maker: SurfaceMaker,
  session: Session,
  opener: SealedSurface,
  resource: string | null,
  modal: unknown,
): SurfaceView {
  const module = maker.manifest.surfaces.find(({ key }) => key === opener.moduleKey);
  if (module === undefined) throw new Refusal(404, `The app has no module "${opener.moduleKey}".`);
  return viewOf(maker, session, { ...module, resource: resource ?? opener.resource }, { ...opener.extension, modal });
}

/** Refuses with 404 when there is no such issue and with 403 when the user may not browse its project. */
export function browsableIssue(jira: JiraSite, session: Session, idOrKey: string): NonNullable<ReturnType<JiraSite['findIssue']>> {
  const issue = jira.findIssue(idOrKey);
  if (issue === null) throw new Refusal(404, `There is no issue ${idOrKey}.`);
  if (!jira.canBrowse(session.user.accountId, issue.projectId)) throw new Refusal(403, cannotBrowse);
  return issue;
}

/** Refuses with 404 when there is no such project and with 403 when the user may not browse it. */
export function browsableProject(jira: JiraSite, session: Session, idOrKey: string): NonNullable<ReturnType<JiraSite['findProject']>> {
  const project = jira.findProject(idOrKey);
  if (project === null) throw new Refusal(404, `There is no project ${idOrKey}.`);
  if (!jira.canBrowse(session.user.accountId, project.id)) throw new Refusal(403, cannotBrowse);
  return project;
}

function projectExtension(jira: JiraSite, projectId: string): Readonly<Record<string, string>> {
  const project = jira.findProject(projectId);
  if (project === null) throw new Refusal(404, `There is no project ${projectId}.`);
  return { id: project.id, key: project.key, type: 'software' };
}

function viewOf(maker: SurfaceMaker, session: Session, module: SurfaceModule, extension: Readonly<Record<string, unknown>>): SurfaceView {
  const { manifest, secret, surfaceOrigin, shellOrigin } = maker;
  const accountId = session.user.accountId;
  const context: BridgeContext = {
    accountId,
    cloudId,
    extension,
    environmentId,
    environmentType,
    localId: `${manifest.appId}/static/${module.key}`,
    locale: 'en-US',
    moduleKey: module.key,
    siteUrl: shellOrigin,
    timezone,
    theme: { colorMode: session.colorMode, light: 'light', dark: 'dark', spacing: 'spacing', typography: 'typography', shape: 'shape' },
    surfaceColor: null,
    permissions: { scopes: manifest.scopes },
  };
  return {
    type: module.type,
    title: module.title,
    url: surfaceOrigin + resourcePath(manifest, module.resource),
    token: sealSurface({ accountId, moduleKey: module.key, resource: module.resource, extension: { ...extension } }, secret),
    viewportSize: module.viewportSize,
    hasStatus: module.hasDynamicProperties,
    context,
  };
}
