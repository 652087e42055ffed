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

/** `inLine`: where there is little room, the strength alone, and behind it what could be better. */
type Props = Dismissing & { readonly inLine?: boolean };

export const ObjectiveQuality = ({ title, inLine = false, ...dismissing }: Props & { readonly title: string }) =>
  title.trim() === '' ? null : (
    <Suspense fallback={waiting}>
      <ObjectiveCoach title={title} dismissing={dismissing} inLine={inLine} />
    </Suspense>
  );

/** `name`: whose wording it is, where there are several. */
export const KeyResultQuality = ({
  wording,
  name = 'Wording',
  inLine = false,
  ...dismissing
}: Props & { readonly wording: KeyResultWording; readonly name?: string }) =>
  wording.title.trim() === '' ? null : (
    <Suspense fallback={waiting}>
      <KeyResultCoach wording={wording} dismissing={dismissing} name={name} inLine={inLine} />
    </Suspense>
  );
