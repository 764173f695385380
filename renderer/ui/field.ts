import type { ReactNode } from 'react';

/** What all our fields share. */
export interface FieldProps {
  label: string;
  /** The label is read out but not shown: filters, grids. */
  hideLabel?: boolean;
  description?: ReactNode;
  /** The form's own complaint; the field's (not understood, too large) comes before it. */
  error?: ReactNode;
  required?: boolean;
  disabled?: boolean;
  autoFocus?: boolean;
  placeholder?: string;
}

/** In a dialog the field marked so gets the focus, whatever else could. */
export function focusing(autoFocus: boolean | undefined): { 'data-autofocus'?: true; autoFocus?: true } {
  return autoFocus === true ? { 'data-autofocus': true, autoFocus: true } : {};
}

/** Label, or the same words for screen readers only. */
export function labelling(label: string, hideLabel: boolean | undefined): { label?: string; 'aria-label'?: string } {
  return hideLabel === true ? { 'aria-label': label } : { label };
}
