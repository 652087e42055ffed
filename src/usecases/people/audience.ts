/** Who may know of a private objective beside those who have to do with it. Pure. */
import type { Actor } from '../deps';

/** The audience with whoever sets it, unless they own the objective: nobody locks themselves out. */
export const withSelf = ({ accountId }: Actor, audience: readonly string[], ownerAccountId: string | null): readonly string[] =>
  ownerAccountId === accountId ? audience : [...new Set([...audience, accountId])];
