/** A command that cannot do what was asked, with words that say what to do. `usage`: the command line itself is at fault. */
export class CommandRefusal extends Error {
  constructor(
    readonly kind: 'failed' | 'usage',
    message: string,
  ) {
    super(message);
    this.name = 'CommandRefusal';
  }
}

export const failed = (message: string): CommandRefusal => new CommandRefusal('failed', message);
export const usage = (message: string): CommandRefusal => new CommandRefusal('usage', message);
