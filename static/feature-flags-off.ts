/**
 * Stands in for `@atlaskit/platform-feature-flags` in the build (see vite.config.ts): Atlaskit asks Atlassian's own feature service, which a Forge
 * app does not have. Every flag is off, as it is with the real module, but without its client and its console warning.
 */
export const fg = (): boolean => false;
