import type { Translated } from '../../translated.ts';
import type { lines as source } from '../../en/documents/lines.ts';

export const lines: Translated<typeof source> = {
  order: {
    code: '编码',
    name: '品名',
    spec: '规格',
    quantity: '数量',
    unit: '单位',
    listPrice: '标价',
    price: '单价',
    amount: '金额',
    gift: '赠品',
  },
  receipt: {
    source: '单据',
    amount: '金额',
  },
  handover: {
    day: '日期',
    method: '方式',
    booked: '账面',
    counted: '实点',
  },
  dispatch: {
    code: '编码',
    name: '品名',
    spec: '规格',
    quantity: '数量',
    unit: '单位',
    price: '单价',
    value: '金额',
  },
  stockout: {
    code: '编码',
    name: '品名',
    spec: '规格',
    quantity: '数量',
    unit: '单位',
    value: '金额',
  },
  inbound: {
    code: '编码',
    name: '品名',
    spec: '规格',
    quantity: '数量',
    unit: '单位',
    cost: '进价',
  },
  pickup: {
    code: '编码',
    name: '品名',
    spec: '规格',
    quantity: '数量',
    unit: '单位',
    cost: '进价',
  },
  return: {
    code: '编码',
    name: '品名',
    spec: '规格',
    quantity: '数量',
    unit: '单位',
    price: '单价',
    value: '金额',
  },
};
