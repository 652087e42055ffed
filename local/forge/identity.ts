/** Who the local installation claims to be: fixed ids in the shapes Forge uses, so that contexts and ARIs look right. */
export const cloudId = '3f0c9a52-6d1b-4e57-9c83-5a7d2b9e4f10';
export const environmentId = '8b2d4c1e-0a93-4f6d-b7e5-1c9f3a6d8e42';
export const installationId = 'c5e7a1d3-2b48-4d9f-8e06-7f1b9c3d5a24';
export const appVersion = '1.0.0';
export const environmentType = 'DEVELOPMENT';
export const siteUrl = 'http://localhost';
export const timezone = 'Etc/UTC';
export const contextAri = `ari:cloud:jira::site/${cloudId}`;
export const installationAri = `ari:cloud:ecosystem::installation/${installationId}`;
