/**
 * Installed or upgraded: the tables are made at once, so that the first person to look need not wait. Of a new installation's tables Forge lets us
 * make most in the first minute; the others follow when they are first asked for, or within the hour.
 */
import { migrate } from './migrate';

export async function onLifecycle(): Promise<void> {
  try {
    await migrate();
  } catch (error) {
    console.warn(`The tables are not all made yet: ${error instanceof Error ? error.message : 'unknown'}`);
  }
}
