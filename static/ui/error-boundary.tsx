/** Catches what a screen throws while rendering, so that a defect shows words and a way on instead of a blank frame. */
import { Component, type ReactNode } from 'react';
import { ErrorState } from './error-state';

type Props = { readonly children: ReactNode };
type State = { readonly error: unknown };

export class ErrorBoundary extends Component<Props, State> {
  override state: State = { error: null };

  static getDerivedStateFromError(error: unknown): State {
    return { error };
  }

  override render() {
    return this.state.error === null ? (
      this.props.children
    ) : (
      <ErrorState title="This page stopped working" error={this.state.error} onRetry={() => this.setState({ error: null })} />
    );
  }
}
