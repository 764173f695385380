import type { AnyRecord } from '#shared/documents/record.ts';
import { readingsOf } from './pinyin-readings.ts';
import { END, fold, hasHan, START } from './search-text.ts';
import { searchedTexts } from './searched-texts.ts';

/** What search keeps of one document: a hit's fields and its prepared texts. */
export interface SearchKey {
  seek: string;
  id: string;
  kind: string;
  no: string;
  title: string;
  status: string;
  amount: number;
  day: string;
  /** Texts as written, folded; each begins with START and ends with END. */
  written: string;
  /** The same texts in letters and digits: pinyin, initials, digits of phone numbers. Kept apart so that it stays one byte a character. */
  spelt: string;
}

const PHONE = /^[+\d][\d\s()/-]{4,}$/;

export function searchKeyOf(record: AnyRecord): SearchKey {
  const folded = [
    ...new Set(
      searchedTexts(record)
        .map((text) => fold(text).trim())
        .filter((text) => text !== ''),
    ),
  ];
  return {
    seek: record.seek,
    id: record.id,
    kind: record.kind,
    no: record.no,
    title: record.title,
    status: record.status,
    amount: record.amount,
    day: record.day,
    written: folded.filter(hasHan).map(enclose).join(''),
    spelt: [...new Set(folded.flatMap(spellings))].map(enclose).join(''),
  };
}

/** Names stand in many documents; reading one costs more than all the rest of its key. */
const spelt = new Map<string, readonly string[]>();
const MOST_SPELT = 20_000;

/** Every way of typing this text without Chinese characters. */
function spellings(text: string): readonly string[] {
  const known = spelt.get(text);
  if (known) return known;
  if (spelt.size >= MOST_SPELT) spelt.clear();
  const found = spell(text);
  spelt.set(text, found);
  return found;
}

function spell(text: string): string[] {
  if (hasHan(text)) return readingsOf(text).flatMap(({ full, initials }) => [full, initials]);
  const compact = text.replaceAll(/[\s()/-]/g, '');
  return PHONE.test(text) || /^[a-z]{2}-/.test(text) ? [text, compact] : [text];
}

function enclose(text: string): string {
  return String.fromCharCode(START) + text + String.fromCharCode(END);
}
