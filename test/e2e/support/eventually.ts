/** Asks again until an assertion holds. For what a page shows some time after its cause; rejects with the last complaint after `withinMs`. */
export async function eventually(check: () => Promise<void>, withinMs = 15_000): Promise<void> {
  const until = Date.now() + withinMs;
  for (;;) {
    try {
      await check();
      return;
    } catch (error) {
      if (Date.now() > until) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
