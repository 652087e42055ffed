/**
 * Puts into words what is wrong with an input: the field and what it must be. Inputs mostly come from forms that check them before, so a
 * person sees these words where browser and backend disagree.
 */
import type { z } from 'zod';
import type { Failure } from '../contract/result';

type Issue = z.core.$ZodIssue;

const kinds: Readonly<Record<string, string>> = { string: 'a text', number: 'a number', int: 'a whole number', boolean: 'yes or no' };

function bound(
  issue: { readonly origin: string; readonly inclusive?: boolean },
  limit: number | bigint,
  words: readonly [string, string],
): string {
  const [within, beyond] = words;
  if (issue.origin === 'string') return `must have ${within} ${limit} ${limit === 1 ? 'character' : 'characters'}`;
  return `must be ${issue.inclusive === false ? beyond : within} ${limit}`;
}

/** The words of a schema that has none of its own, to follow the field's name. */
export function inputWords(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? 'is missing' : `must be ${kinds[issue.expected] ?? 'of another kind'}`;
    case 'too_big':
      return bound(issue, issue.maximum, ['at most', 'less than']);
    case 'too_small':
      return bound(issue, issue.minimum, ['at least', 'more than']);
    case 'invalid_value':
      return `must be ${issue.values.map(String).join(' or ')}`;
    case 'unrecognized_keys':
      return `has a part that nobody here knows: ${issue.keys.join(', ')}`;
    case 'invalid_union':
      return 'must be one of those that can be chosen';
    default:
      return 'is not valid';
  }
}

const isMismatch = ({ code }: Issue): boolean => code === 'invalid_type' || code === 'invalid_value' || code === 'unrecognized_keys';

/** Of what could have been given, the one that was most likely meant: it went wrong furthest inside, or only in its value. */
function mostTelling(issue: Issue): Issue {
  if (issue.code !== 'invalid_union') return issue;
  const candidates = issue.errors.flatMap(([first]) => (first === undefined ? [] : [mostTelling(first)]));
  const [best] = candidates.sort((a, b) => b.path.length - a.path.length || Number(isMismatch(a)) - Number(isMismatch(b)));
  return best === undefined ? issue : { ...best, path: [...issue.path, ...best.path] };
}

/** `dueDay` → `due day`; `change.add.jql` → `JQL`. */
function nameOf(path: readonly PropertyKey[]): string {
  const last = String(path.at(-1) ?? 'request');
  return last === 'jql' ? 'JQL' : last.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

export function inputFailure(error: z.ZodError): Failure {
  const [first] = error.issues;
  if (first === undefined) return { code: 'INVALID', message: 'The request is not valid.' };
  const { path, message } = mostTelling(first);
  const field = path.join('.');
  return { code: 'INVALID', message: `The ${nameOf(path)} ${message}.`, ...(field === '' ? {} : { field }) };
}
