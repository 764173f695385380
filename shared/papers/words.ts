/** The few words a paper carries that do not come with its content. */
import type { PaperContent } from './content.ts';

export type PaperLanguage = PaperContent['language'];

const zh = {
  colon: '：',
  no: '单号',
  day: '日期',
  maker: '制单',
  printedAt: '打印',
  page: (page: number, pages: number): string => `第 ${page} 页 共 ${pages} 页`,
  subtotal: '本页小计',
  total: '合计',
  continued: '（接下页）',
  blankBelow: '以下空白',
  annex: '附页（写不下的内容全文）',
  reprint: (printing: number): string => `补打 第${printing}次打印`,
  red: '（红字）',
  contractNo: '合同编号',
  part: (index: number, name: string): string => `第${CHINESE_DIGITS.charAt(index)}联（${name}）`,
  partOfSet: (index: number, name: string, colour: string): string => `${CIRCLED.charAt(index)}${name}${colour}`,
  /** Colours of carbonless paper by number of parts, as sold. */
  colours: [
    ['白'],
    ['白', '红'],
    ['白', '红', '黄'],
    ['白', '红', '蓝', '黄'],
    ['白', '红', '蓝', '绿', '黄'],
    ['白', '红', '蓝', '绿', '黄', '紫'],
  ],
  ruler: (side: number): string => `用尺量方框，每边应为 ${side} 毫米；量得的长度填入打印设置。`,
  firstLine: '左上角十字应距上边、左边各 10 毫米；量得的差即为偏移。',
};

const en: typeof zh = {
  colon: ': ',
  no: 'No.',
  day: 'Date',
  maker: 'Made by',
  printedAt: 'Printed',
  page: (page, pages) => `Page ${page} of ${pages}`,
  subtotal: 'Page subtotal',
  total: 'Total',
  continued: '(continued on next page)',
  blankBelow: 'blank below',
  annex: 'Annex: texts in full that had no room',
  reprint: (printing) => `Reprint no. ${printing}`,
  red: ' (red entry)',
  contractNo: 'Contract no.',
  part: (index, name) => `Part ${index + 1} (${name})`,
  partOfSet: (index, name, colour) => `${CIRCLED.charAt(index)} ${name} ${colour}`,
  colours: [
    ['white'],
    ['white', 'pink'],
    ['white', 'pink', 'yellow'],
    ['white', 'pink', 'blue', 'yellow'],
    ['white', 'pink', 'blue', 'green', 'yellow'],
    ['white', 'pink', 'blue', 'green', 'yellow', 'violet'],
  ],
  ruler: (side) => `Measure the square: each side must be ${side} mm. Enter what you measure in the printer settings.`,
  firstLine: 'The cross at the top left must be 10 mm from both edges; the difference is the offset.',
};

const CHINESE_DIGITS = '一二三四五六';
const CIRCLED = '①②③④⑤⑥';

export type PaperWords = typeof zh;

export function paperWords(language: PaperLanguage): PaperWords {
  return language === 'en' ? en : zh;
}
