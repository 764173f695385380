import { Button } from '@mantine/core';
import { IconMoodSad } from '@tabler/icons-react';
import { Component, type ErrorInfo, type ReactNode } from 'react';
import { translate } from './i18n.ts';
import classes from './ErrorBoundary.module.css';

export interface ErrorBoundaryProps {
  /** A change of it, e.g. the path, gives the screen another try. */
  resetKey?: string;
  /** For the log. */
  onError?: (error: unknown, componentStack: string) => void;
  children: ReactNode;
}

interface State {
  error: unknown;
  failed: boolean;
  resetKey: string | undefined;
}

/** Keeps a screen that throws from taking the whole desk with it. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, State> {
  override state: State = { error: null, failed: false, resetKey: this.props.resetKey };

  static getDerivedStateFromError(error: unknown): Partial<State> {
    return { error, failed: true };
  }

  static getDerivedStateFromProps(props: ErrorBoundaryProps, state: State): Partial<State> | null {
    return props.resetKey === state.resetKey ? null : { error: null, failed: false, resetKey: props.resetKey };
  }

  override componentDidCatch(error: unknown, info: ErrorInfo): void {
    this.props.onError?.(error, info.componentStack ?? '');
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    const { error } = this.state;
    return (
      <div className={classes.problem} role="alert">
        <IconMoodSad size={28} stroke={1.4} aria-hidden="true" />
        <h2 className={classes.title}>{translate('common.problem.title')}</h2>
        <p className={classes.text}>{translate('common.problem.safe')}</p>
        <Button onClick={() => this.setState({ error: null, failed: false })}>{translate('common.retry')}</Button>
        <details className={classes.details}>
          <summary>{translate('common.problem.details')}</summary>
          <pre>{error instanceof Error ? `${error.name}: ${error.message}` : String(error)}</pre>
        </details>
      </div>
    );
  }
}
