/** manifest.yml as far as the wiring checks look at it; everything else in it is for Atlassian's own validator to judge. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

const manifestSchema = z.object({
  modules: z.looseObject({
    function: z.array(z.object({ key: z.string(), handler: z.string() })),
    sql: z.array(z.unknown()).optional(),
  }),
  permissions: z.looseObject({ scopes: z.array(z.string()) }),
  remotes: z.unknown().optional(),
});

export type Manifest = z.infer<typeof manifestSchema>;

export const repositoryRoot = join(__dirname, '../..');

/** Throws when the file is not a manifest with functions and scopes. */
export const parseManifest = (text: string): Manifest => manifestSchema.parse(parse(text));

export const readManifest = (): Manifest => parseManifest(readFileSync(join(repositoryRoot, 'manifest.yml'), 'utf8'));
