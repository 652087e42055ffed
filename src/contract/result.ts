/**
 * What every resolver function answers: a value, or an error from a closed set of codes with words a person can act on.
 * Knows nothing of Forge, SQL or React: browser and backend both read it.
 */
export type ErrorCode = 'NOT_FOUND' | 'FORBIDDEN' | 'INVALID' | 'CONFLICT' | 'LIMIT' | 'JIRA_UNAVAILABLE' | 'SETTING_UP' | 'INTERNAL';

export type Failure = {
  readonly code: ErrorCode;
  /** One or two sentences: what happened and what to do next. */
  readonly message: string;
  /** For `INVALID`: the input field the message is about, dotted. */
  readonly field?: string;
  /** For `INTERNAL`: finds the log line. */
  readonly reference?: string;
};

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: Failure };
