/**
 * Seals what the shell's server decided about a surface (module, extension, user), so that a page can hand it back but
 * neither make one up nor change it. The secret lives as long as the process.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';

const sealedSurface = z.strictObject({
  accountId: z.string(),
  moduleKey: z.string(),
  resource: z.string(),
  extension: z.record(z.string(), z.unknown()),
});
export type SealedSurface = z.infer<typeof sealedSurface>;

/** Makes the text a page holds for a surface. */
export function sealSurface(surface: SealedSurface, secret: Buffer): string {
  const body = Buffer.from(JSON.stringify(surface)).toString('base64url');
  return `${body}.${signature(body, secret)}`;
}

/** What a token says; null when this server did not make it. */
export function openSurface(token: string, secret: Buffer): SealedSurface | null {
  const [body = '', given = ''] = token.split('.');
  const expected = signature(body, secret);
  if (given.length !== expected.length || !timingSafeEqual(Buffer.from(given), Buffer.from(expected))) return null;
  return sealedSurface.parse(JSON.parse(Buffer.from(body, 'base64url').toString('utf8')));
}

function signature(body: string, secret: Buffer): string {
  return createHmac('sha256', secret).update(body).digest('base64url');
}
