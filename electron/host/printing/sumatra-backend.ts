/** SumatraPDF on Windows: prints a PDF silently at exact size on a named form. */
import { z } from 'zod';
import type { PrintBackend, Printer, PrintRequest } from './print-backend.ts';
import { runProgram, type RunProgram } from './run-program.ts';

/** Arguments of SumatraPDF.exe. Settings are comma-separated, so a form with a comma in its name falls back to the page's own size. */
export function sumatraArguments(request: Pick<PrintRequest, 'file' | 'printer' | 'formName'>): string[] {
  const form = request.formName === '' || request.formName.includes(',') ? [] : [`paper=${request.formName}`];
  return ['-print-to', request.printer, '-print-settings', ['noscale', ...form].join(','), '-silent', request.file];
}

const LIST =
  '[Console]::OutputEncoding=[Text.Encoding]::UTF8; ConvertTo-Json -Compress @(Get-CimInstance Win32_Printer | Select-Object Name,Default,PrinterPaperNames)';

const listed = z.array(z.object({ Name: z.string(), Default: z.boolean().nullish(), PrinterPaperNames: z.array(z.string()).nullish() }));

/** Printers from PowerShell's JSON; an empty answer means none. */
export function printersOf(json: string): Printer[] {
  if (json.trim() === '') return [];
  return listed
    .parse(JSON.parse(json))
    .map((printer) => ({ name: printer.Name, isDefault: printer.Default ?? false, forms: printer.PrinterPaperNames ?? [] }));
}

export function createSumatraBackend(program: string, run: RunProgram = runProgram): PrintBackend {
  return {
    list: async () =>
      printersOf(await run('powershell.exe', ['-NoProfile', '-NonInteractive', '-Command', LIST], AbortSignal.timeout(15_000))),
    print: async (request) => {
      await run(program, sumatraArguments(request), request.signal);
      return 'sent';
    },
  };
}
