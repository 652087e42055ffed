/** The scheduled triggers. Forge wants an answer like that of an HTTP handler. */
import { maintainDaily, maintainHourly } from '../usecases/sync/maintain';
import { deps } from './deps';
import { migrate } from './migrate';

const TIME_MS = 600_000;
const done = { statusCode: 204 } as const;

export async function hourly(): Promise<typeof done> {
  await migrate();
  await maintainHourly(deps, deps.now() + TIME_MS);
  return done;
}

export async function daily(): Promise<typeof done> {
  await migrate();
  await maintainDaily(deps, deps.now() + TIME_MS);
  return done;
}
