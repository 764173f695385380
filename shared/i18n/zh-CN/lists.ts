import type { Translated } from '../translated.ts';
import type { lists as source } from '../en/lists.ts';

export const lists: Translated<typeof source> = {
  nav: '全部单据',
  title: '全部单据与资料',
  hint: '账簿中的每一类单据。每个列表都可以筛选、导出、逐张打开。',
  status: '状态',
  days: '日期',
  mine: '我的',
  whose: '归属',
  empty: '没有符合条件的单据',
  emptyHint: '请放宽日期或清除状态。',
  gone: '账簿中没有这张单据',
  goneHint: '它可能属于其他门店，或在本机上次同步之后才开出。',
  newer: '由更新版本的营业台开出，已完整保存并照原样显示；升级本机后即可处理。',
  facts: '内容',
  lines: '明细',
  history: '经过',
  linked: '关联单据',
  papers: '打印记录',
  neverPrinted: '尚未打印',
  printedTimes_one: '{{paper}}：已打印 {{count}} 次',
  printedTimes_other: '{{paper}}：已打印 {{count}} 次',
  print: '打印',
};
