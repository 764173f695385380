import type { DispatchCase } from './read-dispatch.ts';

export interface StepProps {
  found: DispatchCase;
}
