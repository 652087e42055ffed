/** Who may see what is not private, by where it lives; without a full stop. */
import type { Level } from '../../../src/domain/home';

export const everybody: Readonly<Record<Level, string>> = {
  company: 'Everybody who is logged in may see it',
  group: 'Everybody who is logged in may see it',
  project: 'Whoever may see the project may see it',
};
