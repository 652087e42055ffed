/** Names and values of a thing's details, as a description list. */
import type { ReactNode } from 'react';
import './facts.css';

export const Facts = ({ facts }: { readonly facts: readonly { readonly name: string; readonly value: ReactNode }[] }) => (
  <dl className="facts">
    {facts.map(({ name, value }) => (
      <div key={name} className="facts__fact">
        <dt className="facts__name">{name}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
);
