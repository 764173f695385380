/** How a noun is printed: each `paper.ts` beside a module declares kinds of paper, `paper-registry.ts` lists them. */
import type { Reader } from '#shared/documents/reader.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import type { PaperContent, PaperForm } from '#shared/papers/content.ts';
import type { Company } from './company/module.ts';
import { dayText, paperTexts, type CopyKey, type PaperId } from './paper-words.ts';

/** What a paper says that is not in the documents. */
export interface PaperContext {
  language: 'zh-CN' | 'en';
  company: string;
  branch: string;
  branchAddress: string;
  branchPhone: string;
  /** What contracts and statements say of the seller. */
  details: Company;
  /** 'YYYY-MM-DD HH:MM:SS' in the branch's own time. */
  printedAt: string;
  /** Which printing this is, from 1: `printingOf(record, paper)`. */
  printing: number;
  /** Staff id → name. */
  maker(id: string): string;
  /** The office's own names of the parts, in order; they replace the usual ones. */
  copies?: readonly string[];
}

export interface PaperKind {
  id: PaperId;
  /** Document kind it is printed from. */
  kind: string;
  /** Default form, and all forms it fits. */
  form: PaperForm;
  forms: readonly PaperForm[];
  copyMode: 'carbonless' | 'plain';
  copies: readonly { key: CopyKey; priced: boolean }[];
  available(record: AnyRecord): boolean;
  make(read: Reader, record: AnyRecord, context: PaperContext): Promise<PaperContent>;
}

export const everyForm: readonly PaperForm[] = ['a4', 'a5', '241x140', '241x93', '80mm'];

/** Number of the next printing of this paper: one more than its `printed` events, whose data name the paper. */
export function printingOf(record: AnyRecord, paper: string): number {
  return 1 + record.events.filter((event) => event.type === 'printed' && (event.data.paper ?? paper) === paper).length;
}

type Parts = readonly { key: CopyKey; priced: boolean }[];

/** What every paper has in common. `parts` are the record's own when its copies depend on it. */
export function frameOf(
  id: PaperId,
  parts: Parts,
  record: AnyRecord,
  context: PaperContext,
): Pick<
  PaperContent,
  'company' | 'branch' | 'title' | 'no' | 'day' | 'code' | 'language' | 'stamp' | 'printing' | 'maker' | 'printedAt' | 'copies'
> {
  const words = paperTexts(context.language);
  return {
    company: context.company,
    branch: context.branch,
    title: words.titles[id],
    no: record.no,
    day: dayText(context.language, record.day),
    code: record.no,
    language: context.language,
    stamp: '',
    printing: context.printing,
    maker: context.maker(record.events[0]?.by ?? record.owner),
    printedAt: context.printedAt,
    copies: copiesOf(parts, context),
  };
}

/** An office that names more parts than usual gets the last part again: a part nobody foresaw shows no more than that one. */
function copiesOf(parts: Parts, context: PaperContext): PaperContent['copies'] {
  const words = paperTexts(context.language);
  if (!context.copies) return parts.map(({ key, priced }) => ({ name: words.copies[key], priced }));
  return context.copies.map((name, index) => ({ name, priced: (parts[index] ?? parts.at(-1))?.priced ?? true }));
}

/** Title of a document the paper refers to, '' when it is not in the book. */
export async function titleOf(read: Reader, id: string): Promise<string> {
  return id === '' ? '' : ((await read.get(id))?.title ?? '');
}
