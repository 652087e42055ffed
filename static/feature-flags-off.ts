/**
 * Stands in for Atlaskit's clients of Atlassian's own feature service in the build (see vite.config.mts): a Forge app has no such service.
 * Every flag is off and every experiment at its default, as with the real clients, but without their 32 kB gzip and their console warnings.
 */
export const fg = (): boolean => false;

const gates = {
  initializeCompleted: (): boolean => false,
  checkGate: (): boolean => false,
};

export default gates;
