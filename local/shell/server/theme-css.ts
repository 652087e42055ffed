/** The stylesheet of Atlassian's design tokens, light and dark, as one file: under the content policy it cannot come as <style> elements. */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { z } from 'zod';

/**
 * Read from the package's artifacts: its own loader asks a feature-gate client that exists only inside Atlassian and
 * complains on the console without it.
 */
const themes = ['light', 'dark', 'spacing', 'typography', 'shape', 'motion'];
const themeModule = z.object({ default: z.string() });

export function readThemeCss(projectRoot: string): string {
  const requireFrom = createRequire(join(projectRoot, 'package.json'));
  return themes
    .map((theme) => themeModule.parse(requireFrom(`@atlaskit/tokens/dist/cjs/artifacts/themes/atlassian-${theme}.js`)).default)
    .join('\n');
}
