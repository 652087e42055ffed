/** Dismissed rules as a person reads them, for the question which of two lists to keep. */
import { lazy, Suspense } from 'react';
import type { DismissedRule } from '../../../src/domain/quality/dismissed-rule';

const DismissedNames = lazy(() => import('./dismissed-names'));

export const DismissedShown = ({ rules }: { readonly rules: readonly DismissedRule[] }) =>
  rules.length === 0 ? (
    <>none</>
  ) : (
    <Suspense fallback={null}>
      <DismissedNames rules={rules} />
    </Suspense>
  );
