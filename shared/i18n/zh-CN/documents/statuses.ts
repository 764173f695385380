import type { Translated } from '../../translated.ts';
import type { statuses as source } from '../../en/documents/statuses.ts';
import { money } from './money.ts';

export const statuses: Translated<typeof source> = {
  ...money.statuses,
  visit: {
    waiting: '待接待',
    greeted: '已迎接',
    asked: '已询问',
    'seen-off': '已送别',
    closed: '已结束',
    cancelled: '已取消',
  },
  task: {
    open: '待办',
    done: '已完成',
    dropped: '已放弃',
  },
  duty: {
    planned: '已排班',
    standing: '值班中',
    ended: '已下岗',
    cancelled: '已取消',
  },
  agenda: {
    expected: '待到',
    happened: '已到',
    cancelled: '已取消',
  },
  opinion: {
    heard: '待答复',
    answered: '已答复',
  },
  contact: {
    recorded: '已记录',
  },
  customer: {
    prospect: '潜在',
    active: '成交',
    dormant: '休眠',
    merged: '已合并',
    withdrawn: '已撤回',
  },
  order: {
    received: '已接单',
    confirmed: '已确认',
    checked: '待审核',
    released: '已放行',
    closed: '已核单',
    returned: '已退回',
    voided: '已作废',
  },
  receipt: {
    taken: '在收银处',
    handed: '已交财务',
    reversed: '已冲红',
    offset: '已对冲',
  },
  handover: {
    offered: '待财务确认',
    received: '财务已收',
    refused: '财务未收',
  },
  dispatch: {
    drafted: '待签批',
    released: '已签批',
    picked: '已配货',
    out: '已出库',
    passed: '已出门',
    signed: '客户已签收',
    booked: '已入账',
    returned: '已退回',
    cancelled: '已取消',
  },
  stockout: {
    issued: '已出库',
  },
  gatepass: {
    issued: '待放行',
    registered: '已放行',
    stopped: '已拦下',
    closed: '已销证',
  },
  inbound: {
    received: '已入库',
    reversed: '已冲销',
  },
  pickup: {
    written: '已开单',
    photographed: '已拍照',
    recorded: '采购已做单',
    drawn: '已领款',
    stocked: '已入库',
    closed: '已核单',
    cancelled: '已取消',
  },
  float: {
    entered: '已登记',
  },
  return: {
    asked: '待批准',
    approved: '已批准',
    refused: '未批准',
    withdrawn: '已撤回',
    received: '已收货',
  },
  product: {
    active: '在售',
    discontinued: '已停售',
    withdrawn: '已撤回',
  },
  supplier: {
    active: '合作中',
    withdrawn: '已停用',
  },
  location: {
    open: '启用',
    closed: '已停用',
  },
  company: {
    kept: '使用中',
  },
  staff: {
    active: '在职',
    left: '已离开',
  },
  policy: {
    draft: '草案',
    decided: '会议已决定',
    issued: '已签发',
    superseded: '已有新版',
    withdrawn: '已撤回',
  },
  opening: {
    counted: '已登记',
    undone: '已撤销',
  },
  import: {
    applied: '已导入',
    undone: '已撤销',
  },
  verdict: {
    confirmed: '已核',
    open: '待核',
    returned: '退回',
    settled: '已处理',
  },
  contract: {
    drafted: '草拟',
    explained: '待会签',
    salesSigned: '待财务会签',
    countersigned: '已会签',
    sealed: '已用印',
    effective: '已生效',
    performing: '履行中',
    balanceDue: '待收尾款',
    closed: '已结清',
    returned: '已退回',
    cancelled: '已作废',
    disputed: '有争议',
  },
  delegation: {
    given: '有效',
    ended: '已结束',
  },
};
