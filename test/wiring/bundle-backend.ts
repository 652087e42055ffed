/**
 * Bundles the backend as `forge deploy` would: webpack with ts-loader, one CommonJS file for Node 18 and later, every dependency inside.
 * What it writes is for checking only; Forge builds its own.
 */
import { join } from 'node:path';
import webpack from 'webpack';
import { repositoryRoot } from './manifest';

export const backendBundle = join(repositoryRoot, 'dist/backend/index.cjs');

/** Resolves to what webpack complains of; empty: the bundle has been written. */
export async function bundleBackend(): Promise<string[]> {
  const stats = await new Promise<webpack.Stats>((resolve, reject) => {
    webpack(
      {
        mode: 'production',
        target: 'node18',
        context: repositoryRoot,
        entry: './src/index.ts',
        output: { path: join(repositoryRoot, 'dist/backend'), filename: 'index.cjs', library: { type: 'commonjs2' } },
        resolve: { extensions: ['.ts', '.js', '.json'] },
        module: {
          rules: [
            {
              test: /\.ts$/,
              loader: 'ts-loader',
              options: { transpileOnly: true, compilerOptions: { noEmit: false, incremental: false } },
            },
          ],
        },
        optimization: { minimize: false },
        performance: { hints: false },
      },
      (error, result) => (result ? resolve(result) : reject(error ?? new Error('webpack gave no result'))),
    );
  });
  const { errors = [], warnings = [] } = stats.toJson({ all: false, errors: true, warnings: true });
  return [...errors, ...warnings].map(({ message, moduleName }) => `bundle: ${moduleName ?? ''} ${message}`);
}
