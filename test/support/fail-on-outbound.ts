/** After each test: fails it when something tried to leave this machine, even where the error was swallowed. */
import { takeRefusedHosts } from './refuse-outbound';

afterEach(() => {
  const refused = takeRefusedHosts();
  if (refused.length > 0) throw new Error(`Unmatched outbound requests: ${refused.join(', ')}`);
});
