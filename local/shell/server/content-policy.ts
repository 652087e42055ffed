/**
 * The two content policies: Forge's own for a surface, made by Atlassian's package from the manifest, and a stricter one
 * for the shell's pages. Neither allows inline scripts or styles.
 */
import { CSPInjectionService, CSPProcessingService } from '@forge/csp';
import { load } from 'cheerio';

type PermissionsOfManifest = Parameters<CSPProcessingService['getCspDetails']>[1];

const quiet = { info: () => undefined };

/**
 * The header Forge's CDN sends with an entry page: `html` is the page as built, `shellOrigin` stands where Forge puts the site.
 * Its `report-uri` is left out, since nothing may leave the machine.
 */
export function surfacePolicy(html: string, permissions: unknown, shellOrigin: string): string {
  // The package types the whole manifest schema; the manifest check validates against that schema, the local host need not.
  const details = new CSPProcessingService(quiet as never, load as never).getCspDetails(html, permissions as PermissionsOfManifest);
  return new CSPInjectionService()
    .getInjectableCSP({ existingCSPDetails: details, microsEnv: 'prod', hostname: shellOrigin })
    .filter((directive) => !directive.startsWith('report-uri'))
    .join('; ');
}

export function shellPolicy(surfaceOrigin: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    `frame-src ${surfaceOrigin}`,
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
