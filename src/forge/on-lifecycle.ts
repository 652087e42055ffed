/** Installed or upgraded: the tables are made at once, so that the first person to look need not wait. */
import { migrate } from './migrate';

export async function onLifecycle(): Promise<void> {
  await migrate();
}
