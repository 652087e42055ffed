/** The value of an answer; a refusal is no measurement and throws. */
import type { Result } from '../../src/contract/result';

export async function answered<T>(answer: Promise<Result<T>>): Promise<T> {
  const result = await answer;
  if (!result.ok) throw new Error(`The app refused what the bench needs: ${JSON.stringify(result.error)}`);
  return result.value;
}
