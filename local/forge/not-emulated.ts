/** Something Forge has and the local host does not: said aloud by name, never answered with a guess. */
export class NotEmulated extends Error {
  constructor(what: string) {
    super(`NotEmulated: ${what}`);
    this.name = 'NotEmulated';
  }
}
