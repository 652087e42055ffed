/**
 * Joins requests for single things, made in the same turn of the event loop, into requests for many.
 * Knows nothing of what is loaded.
 */

type Waiting<T> = { readonly resolve: (value: T | null) => void; readonly reject: (reason: unknown) => void };

/**
 * A loader by id; an id the answer lacks resolves to null, a failed request rejects everyone who waits for it.
 * `atMost` ids travel in one request. Nothing is cached.
 */
export const batched = <T>(
  load: (ids: readonly string[]) => Promise<ReadonlyMap<string, T>>,
  atMost: number,
): ((id: string) => Promise<T | null>) => {
  let waiting = new Map<string, Waiting<T>[]>();

  const send = () => {
    const sent = waiting;
    waiting = new Map();
    const ids = [...sent.keys()];
    for (let at = 0; at < ids.length; at += atMost) {
      const part = ids.slice(at, at + atMost);
      const settle = (use: (one: Waiting<T>, id: string) => void) => part.forEach((id) => sent.get(id)?.forEach((one) => use(one, id)));
      load(part).then(
        (found) => settle((one, id) => one.resolve(found.get(id) ?? null)),
        (reason: unknown) => settle((one) => one.reject(reason)),
      );
    }
  };

  return (id) =>
    new Promise((resolve, reject) => {
      if (waiting.size === 0) setTimeout(send, 0);
      waiting.set(id, [...(waiting.get(id) ?? []), { resolve, reject }]);
    });
};
