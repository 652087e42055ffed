/** Three projects: `node` (everything without a browser), `ui` (components in jsdom), `browser` (Chromium on the local host). */
const swc = [
  '@swc/jest',
  {
    jsc: { parser: { syntax: 'typescript', tsx: true }, target: 'es2022', transform: { react: { runtime: 'automatic' } } },
    module: { type: 'commonjs' },
  },
];

/**
 * The language's own names, handed to each module: the world a test file runs in looks every name up through hooks of Node's, which costs a test
 * that computes half of its time. None of those that a test or the local host replaces (Date, fetch, console).
 */
const languageNames = [
  'Array',
  'BigInt',
  'Boolean',
  'JSON',
  'Map',
  'Math',
  'Number',
  'Object',
  'Promise',
  'Proxy',
  'Reflect',
  'RegExp',
  'Set',
  'String',
  'Symbol',
  'Uint8Array',
  'WeakMap',
  'WeakSet',
];

const base = {
  transform: { '^.+\\.(ts|tsx|m?js)$': swc },
  clearMocks: true,
  sandboxInjectedGlobals: languageNames,
};

/** Node tests and browser tests run the backend: nothing may leave the machine. (Jest itself fails a test on an unhandled rejection.) */
const guarded = {
  setupFiles: ['<rootDir>/test/support/refuse-outbound.ts'],
  setupFilesAfterEnv: ['<rootDir>/test/support/fail-on-outbound.ts'],
};

export default {
  testSequencer: '<rootDir>/test/support/longest-first.mjs',
  reporters: ['default', '<rootDir>/test/support/report-skipped.mjs'],
  projects: [
    {
      ...base,
      ...guarded,
      displayName: 'node',
      testEnvironment: 'node',
      testMatch: ['<rootDir>/test/{domain,usecases,store,forge,jira,wiring,local,oracle}/**/*.test.ts'],
    },
    {
      ...base,
      displayName: 'ui',
      testEnvironment: 'jsdom',
      testMatch: ['<rootDir>/test/ui/**/*.test.{ts,tsx}'],
      moduleNameMapper: {
        '\\.css$': '<rootDir>/test/support/empty-module.ts',
        // It says where it is to browsers only.
        '^@forge/jira-bridge$': '<rootDir>/node_modules/@forge/jira-bridge/out/index.js',
      },
      transformIgnorePatterns: ['/node_modules/(?!(d3-[a-z]+|internmap)/)'],
    },
    {
      ...base,
      ...guarded,
      displayName: 'browser',
      globalSetup: '<rootDir>/test/e2e/support/make-demo-folder.ts',
      globalTeardown: '<rootDir>/test/e2e/support/remove-demo-folder.ts',
      testEnvironment: 'node',
      testMatch: ['<rootDir>/test/e2e/**/*.test.ts'],
    },
  ],
};
