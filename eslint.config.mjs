import tseslint from 'typescript-eslint';
import reactHooks from 'eslint-plugin-react-hooks';

/** The arrows of the house: which folder may import which. Each list names what a folder must NOT import. */
const layers = {
  'src/domain': ['contract', 'usecases', 'store', 'jira', 'forge'],
  'src/contract': ['usecases', 'store', 'jira', 'forge'],
  'src/store': ['usecases', 'jira', 'forge', 'contract'],
  'src/jira': ['usecases', 'store', 'forge'],
  'src/usecases': ['forge'],
};

const forbid = (folders, extra = []) => [
  'error',
  {
    patterns: [
      ...folders.map((folder) => ({ group: [`**/${folder}/*`, `**/${folder}/**`], message: `This layer must not know ${folder}.` })),
      ...extra,
    ],
  },
];

const noForge = { group: ['@forge/*'], message: 'Only src/forge, static/api.ts and static/main.tsx know the platform.' };
const noLocal = { group: ['**/local/**', '**/test/**'], message: 'The app never imports the local host or the tests.' };

export default tseslint.config(
  { ignores: ['node_modules', 'dist', '.data', 'coverage'] },
  ...tseslint.configs.strict,
  {
    files: ['**/*.{ts,mts,tsx}'],
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-invalid-void-type': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      eqeqeq: 'error',
      'no-console': 'error',
    },
  },
  ...Object.entries(layers).map(([folder, banned]) => ({
    files: [`${folder}/**/*.ts`],
    rules: { 'no-restricted-imports': forbid(banned, [noForge, noLocal]) },
  })),
  { files: ['src/forge/**/*.ts', 'src/index.ts'], rules: { 'no-restricted-imports': forbid([], [noLocal]), 'no-console': 'off' } },
  {
    files: ['src/domain/**/*.ts', 'src/usecases/**/*.ts', 'src/store/**/*.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Time comes in as a parameter or dependency.' },
        {
          selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
          message: 'Time comes in as a parameter or dependency.',
        },
        {
          selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
          message: 'Chance comes in as a dependency.',
        },
      ],
    },
  },
  {
    files: ['static/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      ...reactHooks.configs.recommended.rules,
      'no-restricted-imports': forbid(['usecases', 'store', 'jira', 'forge'], [noForge, noLocal]),
    },
  },
  {
    files: ['static/api.ts', 'static/main.tsx'],
    rules: { 'no-restricted-imports': forbid(['usecases', 'store', 'jira', 'src/forge'], [noLocal]) },
  },
  { files: ['local/**/*.ts', 'test/**/*.{ts,tsx}', '*.config.*'], rules: { 'no-console': 'off' } },
  { files: ['**/*.mjs'], rules: { 'no-console': 'off', '@typescript-eslint/no-unused-vars': 'error' } },
);
