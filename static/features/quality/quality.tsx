/**
 * What the coach says of an objective or a key result, under its title and loaded with it. Nothing is asked of the backend while somebody types, and
 * nothing here keeps anybody from saving.
 */
import { lazy, Suspense } from 'react';
import type { KeyResultWording } from '../../../src/domain/quality/key-result-wording';
import type { Dismissing } from './dismissing';
import './quality.css';

const ObjectiveCoach = lazy(() => import('./objective-coach'));
const KeyResultCoach = lazy(() => import('./key-result-coach'));

/** As high as the strength of a text, so that nothing jumps when it is there. */
const waiting = <div className="quality quality--waiting" />;

export const ObjectiveQuality = ({ title, ...dismissing }: Dismissing & { readonly title: string }) =>
  title.trim() === '' ? null : (
    <Suspense fallback={waiting}>
      <ObjectiveCoach title={title} dismissing={dismissing} />
    </Suspense>
  );

export const KeyResultQuality = ({ wording, ...dismissing }: Dismissing & { readonly wording: KeyResultWording }) =>
  wording.title.trim() === '' ? null : (
    <Suspense fallback={waiting}>
      <KeyResultCoach wording={wording} dismissing={dismissing} />
    </Suspense>
  );

/** The same where there is little room: the strength, and behind it what could be better. Rules are dismissed where there is more room. */
export const ObjectiveQualityLine = ({ title }: { readonly title: string }) =>
  title.trim() === '' ? null : (
    <Suspense fallback={waiting}>
      <ObjectiveCoach title={title} dismissing={null} />
    </Suspense>
  );

export const KeyResultQualityLine = ({ wording, name }: { readonly wording: KeyResultWording; readonly name: string }) =>
  wording.title.trim() === '' ? null : (
    <Suspense fallback={waiting}>
      <KeyResultCoach wording={wording} dismissing={null} name={name} />
    </Suspense>
  );
