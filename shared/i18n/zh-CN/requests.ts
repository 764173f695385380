import type { Translated } from '../translated.ts';
import type { requests as source } from '../en/requests.ts';

export const requests: Translated<typeof source> = {
  nav: '采购与生产需求',
  command: '采购与生产需求',
  title: '采购与生产需求',
  hint: '销售单和合同所缺的商品；采购、计划受理后按期到货',
  section: '缺货与需求',
  lacking: '库存不足：{{what}}',
  covered: '所缺的都已提出需求',
  ask: '提出需求',
  asked: '已提出需求：{{no}}',
  to: { purchase: '请采购', production: '请生产' },
  quantityOf: '{{name}}的数量',
  open: '未到',
  came: '已到',
  expected: '预计到货',
  from: '供货商或车间',
  dayAndReason: '请填写新的日期和原因',
  none: '没有需求单',
  noneHint: '在缺货的销售单或合同上提出需求，会列在这里。',
  gone: '没有这张需求单',
  onTheWay: '在途',
};
