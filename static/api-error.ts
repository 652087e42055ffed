/**
 * What a failed request looks like to a screen: the backend's closed set of codes, words for a person, and where they belong.
 * Knows nothing of how the request travelled.
 */
import type { ErrorCode, Failure } from '../src/contract/result';

export class ApiError extends Error {
  readonly code: ErrorCode;
  /** For `INVALID`: the input field the message is about, dotted. */
  readonly field: string | null;
  /** For `INTERNAL`: finds the log line. */
  readonly reference: string | null;

  constructor(failure: Failure) {
    super(failure.message);
    this.name = 'ApiError';
    this.code = failure.code;
    this.field = failure.field ?? null;
    this.reference = failure.reference ?? null;
  }
}

/** Any thrown thing as an `ApiError`; what is none becomes `INTERNAL` without a reference. */
export const apiErrorOf = (thrown: unknown): ApiError =>
  thrown instanceof ApiError
    ? thrown
    : new ApiError({ code: 'INTERNAL', message: 'Something went wrong on this page. Try again; if it stays, reload the page.' });
