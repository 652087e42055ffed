/**
 * A refusal as Jira words it: a status, messages, and messages by field. Thrown anywhere below the REST edge, which
 * turns it into the reply; the headless door shows its message.
 */
export class JiraError extends Error {
  readonly status: number;
  readonly errorMessages: readonly string[];
  /** By field id. */
  readonly errors: Readonly<Record<string, string>>;

  constructor(status: number, errorMessages: readonly string[], errors: Readonly<Record<string, string>> = {}) {
    super([...errorMessages, ...Object.entries(errors).map(([field, text]) => `${field}: ${text}`)].join(' '));
    this.name = 'JiraError';
    this.status = status;
    this.errorMessages = errorMessages;
    this.errors = errors;
  }
}

export const fieldError = (field: string, text: string): JiraError => new JiraError(400, [], { [field]: text });
export const noSuchIssue = (): JiraError => new JiraError(404, ['Issue does not exist or you do not have permission to see it.']);
export const noSuchProject = (idOrKey: string): JiraError => new JiraError(404, [`No project could be found with key or id '${idOrKey}'.`]);
