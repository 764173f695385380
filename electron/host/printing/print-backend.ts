import type { PaperForm } from '#shared/papers/content.ts';

export interface Printer {
  name: string;
  isDefault: boolean;
  /** Names of the paper forms the driver offers. */
  forms: string[];
}

export interface PrintRequest {
  /** Absolute path of the PDF. */
  file: string;
  printer: string;
  title: string;
  /** The driver's form name, '' for the size of `form`. */
  formName: string;
  form: PaperForm;
  /** Aborted on time-out and cancel. */
  signal: AbortSignal;
}

/** One way from a PDF to paper. */
export interface PrintBackend {
  list(): Promise<Printer[]>;
  /** 'sent': the spooler has it, which is not the same as printed; 'opened': the user prints it from a viewer. */
  print(request: PrintRequest): Promise<'sent' | 'opened'>;
}
