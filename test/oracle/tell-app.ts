/**
 * Tells the app something as a person does, and finds out whether it has taken it. A run may die after any statement: then the person asks
 * again with the very same words, or goes away, and what was told is what the app shows to have taken.
 */
import type { ApiName, Input } from '../../src/contract/api';
import { asAda, note, tell, type Life, type Who } from './life';
import type { Crash } from './random-steps';

/** What the app may answer to something that does not go. Anything else is a failure of the app. */
const refusals = ['INVALID', 'NOT_FOUND', 'LIMIT', 'FORBIDDEN'];

type Heard = 'taken' | 'refused' | 'unsure';

async function ask<N extends ApiName>(life: Life, name: N, input: Input<N>, who: Who, again: boolean): Promise<Heard> {
  const answer = await life.site.invoke(name, input, who);
  if (answer.ok) return 'taken';
  const { code, message } = answer.error;
  note(life, `     ${code} ${answer.error.field ?? ''} ${message}`);
  if (code === 'JIRA_UNAVAILABLE') return 'unsure';
  if (again && (code === 'CONFLICT' || code === 'NOT_FOUND')) return 'unsure';
  if (!refusals.includes(code)) throw new Error(`${name} answered ${code}: ${message}`);
  return 'refused';
}

/** `isTaken` looks whether the app has it, for when nobody heard an answer. True when the app knows it now. */
export async function tellApp<N extends ApiName>(
  life: Life,
  name: N,
  input: Input<N>,
  crash: Crash,
  isTaken: () => Promise<boolean>,
  who: Who = asAda,
): Promise<boolean> {
  const { host, jira } = life.site.site;
  note(
    life,
    `App: ${who.as} ${name} ${JSON.stringify(input)}${crash === null ? '' : ` dies after ${crash.after}${crash.again ? ', again' : ''}`}`,
  );
  if (crash !== null) host.dieAfterStatement(crash.after);
  let died = false;
  const first = await ask(life, name, input, who, false).catch((error: unknown): Heard => {
    if (crash === null || !(error instanceof Error && error.name === 'InvocationKilled')) throw error;
    died = true;
    return 'unsure';
  });
  host.dieAfterStatement(null);
  if (first === 'taken') tell(life, name);
  if (first !== 'unsure') return first === 'taken';
  jira.setFaults({ tooManyRequests: 0 });
  const heard = died && crash?.again ? await ask(life, name, input, who, true) : 'unsure';
  const taken = heard === 'unsure' ? await isTaken() : heard === 'taken';
  if (taken) tell(life, `${name} half heard`);
  note(life, `     ${died ? 'died' : 'not heard'}, ${taken ? 'taken' : 'not taken'}`);
  return taken;
}
