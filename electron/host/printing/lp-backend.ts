/** CUPS on Linux and macOS. */
import type { PaperForm } from '#shared/papers/content.ts';
import type { PrintBackend, Printer, PrintRequest } from './print-backend.ts';
import { runProgram, type RunProgram } from './run-program.ts';

/** A roll has no fixed length: the driver takes the page's own. */
const MEDIA: Record<PaperForm, string> = { a4: 'A4', a5: 'A5', '241x140': 'Custom.241x140mm', '241x93': 'Custom.241x93.3mm', '80mm': '' };

/** Arguments of `lp`. Never scaled: forms are measured to the millimetre. */
export function lpArguments(request: Pick<PrintRequest, 'file' | 'printer' | 'title' | 'formName' | 'form'>): string[] {
  const media = request.formName || MEDIA[request.form];
  return [
    '-d',
    request.printer,
    '-t',
    request.title,
    ...(media === '' ? [] : ['-o', `media=${media}`]),
    '-o',
    'print-scaling=none',
    '--',
    request.file,
  ];
}

/** `PageSize/Media Size: *A4 A5 Custom.WIDTHxHEIGHT` of `lpoptions -l`. */
export function formsOf(options: string): string[] {
  const sizes = /^PageSize[^:]*:(.*)$/m.exec(options)?.[1] ?? '';
  return sizes
    .trim()
    .split(/\s+/)
    .map((name) => name.replace(/^\*/, ''))
    .filter((name) => name !== '' && !name.startsWith('Custom.'));
}

/** `system default destination: NAME` of `lpstat -d`; '' when there is none. */
export function defaultOf(status: string): string {
  return /: (\S+)\s*$/.exec(status.trim())?.[1] ?? '';
}

export function createLpBackend(run: RunProgram = runProgram): PrintBackend {
  async function list(): Promise<Printer[]> {
    const [names, status] = await Promise.all([quiet('lpstat', ['-e']), quiet('lpstat', ['-d'])]);
    const usual = defaultOf(status);
    const lines = names.split('\n').map((line) => line.trim());
    return Promise.all(
      lines
        .filter((name) => name !== '')
        .map(async (name) => ({ name, isDefault: name === usual, forms: formsOf(await quiet('lpoptions', ['-p', name, '-l'])) })),
    );
  }

  /** CUPS answers with an error when there are no printers, or is not installed: then there are none. */
  async function quiet(program: string, args: string[]): Promise<string> {
    return run(program, args, AbortSignal.timeout(5_000)).catch(() => '');
  }

  return {
    list,
    print: async (request) => {
      await run('lp', lpArguments(request), request.signal);
      return 'sent';
    },
  };
}
