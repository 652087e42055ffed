/**
 * The edge of the backend: one definition per function of the Api, each parsed strictly, run for the person the platform vouches for, and
 * answered with a Result. The payload says what is wanted, never who wants it.
 */
import Resolver from '@forge/resolver';
import type { Api, ApiName, Input, Output } from '../contract/api';
import { inputs } from '../contract/inputs';
import type { Result } from '../contract/result';
import type { Actor, Deps } from '../usecases/deps';
import { OkrError } from '../usecases/okr-error';
import { failureOf } from './failure';
import { inputFailure, inputWords } from './input-failure';
import { withTables } from './set-up';

export type Handlers = { readonly [N in ApiName]: (deps: Deps, actor: Actor, input: Input<N>) => Promise<Output<N>> };

type Request = { readonly payload: unknown; readonly context: Readonly<Record<string, unknown>> };

const record = (value: unknown): Readonly<Record<string, unknown>> => (typeof value === 'object' && value !== null ? { ...value } : {});
const idOf = (value: unknown): string | null => {
  const { id } = record(value);
  return typeof id === 'string' ? id : null;
};

function actorOf({ context }: Request): Actor {
  if (typeof context.accountId !== 'string') throw new OkrError('FORBIDDEN', 'Log in to Jira to see objectives and key results.');
  const extension = record(context.extension);
  return { accountId: context.accountId, openProjectId: idOf(extension.project), openIssueId: idOf(extension.issue) };
}

async function answer<N extends ApiName>(name: N, handler: Handlers[N], deps: Deps, request: Request): Promise<Result<Api[N]['out']>> {
  try {
    const actor = actorOf(request);
    const parsed = inputs[name].safeParse(request.payload ?? {}, { error: inputWords });
    if (!parsed.success) return { ok: false, error: inputFailure(parsed.error) };
    // The schema of a name parses to the input of that name; TypeScript cannot follow an index that far.
    const input = parsed.data as Input<N>;
    return { ok: true, value: await withTables(() => handler(deps, actor, input)) };
  } catch (error) {
    return { ok: false, error: failureOf(error, name) };
  }
}

export function makeResolver(handlers: Handlers, deps: Deps) {
  const resolver = new Resolver();
  const define = <N extends ApiName>(name: N): void => {
    resolver.define(name, (request: Request) => answer(name, handlers[name], deps, request));
  };
  for (const name of Object.keys(inputs) as ApiName[]) define(name);
  const answerDefined = resolver.getDefinitions();
  // The SDK finds a function in a plain object, where "constructor" and "toString" are to be found too.
  return (...[request, runtime]: Parameters<typeof answerDefined>): Promise<unknown> => {
    const { functionKey } = request.call;
    if (!Object.hasOwn(inputs, functionKey)) throw new Error(`There is no function ${functionKey}.`);
    return answerDefined(request, runtime);
  };
}
