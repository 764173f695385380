/** What a paper is called in a sentence: its number, or its title when it has none. */
export function paperName({ no, title }: { no: string; title: string }): string {
  return no === '' ? title : no;
}
