/**
 * A platform's reply whose JSON is at hand. Every statement and every Jira call of the app gets one, and a stream of a single piece costs more
 * than the statement: so there is none, and whoever would read one is told by name.
 */
import { NotEmulated } from './not-emulated';

class JsonReply extends Response {
  readonly #json: string;
  #isRead = false;

  constructor(json: string, init: ResponseInit) {
    super(null, init);
    this.#json = json;
  }

  override async text(): Promise<string> {
    if (this.#isRead) throw new TypeError('Body is unusable: Body has already been read');
    this.#isRead = true;
    return this.#json;
  }

  override async json(): Promise<unknown> {
    return JSON.parse(await this.text());
  }

  override get bodyUsed(): boolean {
    return this.#isRead;
  }

  override get body(): never {
    throw new NotEmulated('the body of a reply as a stream');
  }

  override clone(): never {
    throw new NotEmulated('the clone of a reply');
  }

  override arrayBuffer(): never {
    throw new NotEmulated('the body of a reply as bytes');
  }

  override blob(): never {
    throw new NotEmulated('the body of a reply as a blob');
  }

  override formData(): never {
    throw new NotEmulated('the body of a reply as a form');
  }
}

/** Read once, as text or JSON. */
export const jsonReply = (json: string, status: number, headers: Readonly<Record<string, string>> = {}): Response =>
  new JsonReply(json, { status, headers: { 'content-type': 'application/json;charset=UTF-8', ...headers } });
