/** Health, number, expectation and bar of one thing, at the head of its details. */
import type { ProgressView } from '../../../src/contract/okr';
import { HealthLozenge } from '../../ui/health-lozenge';
import { Percent, percentText } from '../../ui/percent';
import { ProgressBar } from '../../ui/progress-bar';
import './progress-headline.css';

export const ProgressHeadline = ({ of }: { readonly of: ProgressView }) => (
  <div className="progress-headline">
    <p className="progress-headline__words">
      <HealthLozenge health={of.health} />
      {of.progress !== null && <span className="progress-headline__number">{percentText(of.progress)}</span>}
      {of.progress === null && of.health !== 'not-measured' && <Percent ratio={null} />}
      {of.progress !== null && of.expected !== null && <span className="subtle">expected {percentText(of.expected)}</span>}
    </p>
    {of.progress !== null && <ProgressBar progress={of.progress} expected={of.expected} health={of.health} />}
  </div>
);
