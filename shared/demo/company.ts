/** The imagined company: who works there, where goods lie, who delivers to it. */
import type { Role } from '#shared/policy/roles.ts';

/** PIN of everybody in the demonstration, so that one can sit at any post. */
export const demoPin = '1234';

/** Identity of the demonstration's own desk. Its papers until today came from the desks A to C; this one is a fresh letter. */
export const demoIdentity = {
  company: '杭州恒达机电贸易有限公司',
  branchCode: 'HZ01',
  branchName: '杭州总店',
  deskLetter: 'D',
} as const;

export const demoBranch = {
  address: '杭州市拱墅区石祥路 588 号恒达机电市场 3 幢 101-106 室',
  phone: '0571-0000 8899',
} as const;

/** The company's other branches: goods come from them and go to them; they keep books of their own. */
export const sisterBranches = [
  { name: '恒达机电宁波分店', contact: '林宏波', address: '宁波市鄞州区会展路 128 号' },
  { name: '恒达机电温州分店', contact: '潘建峰', address: '温州市龙湾区机场大道 566 号' },
] as const;

export interface DemoPerson {
  code: string;
  name: string;
  roles: readonly Role[];
  /** Desk the person's papers come from. */
  desk: 'A' | 'B' | 'C';
}

export const demoPeople: readonly DemoPerson[] = [
  { code: 'JL01', name: '沈国良', roles: ['manager'], desk: 'A' },
  { code: 'JL02', name: '顾雅琴', roles: ['manager', 'salesperson'], desk: 'A' },
  { code: 'YW01', name: '王芳', roles: ['salesperson'], desk: 'A' },
  { code: 'YW02', name: '陈志远', roles: ['salesperson'], desk: 'A' },
  { code: 'YW03', name: '徐佳慧', roles: ['salesperson'], desk: 'A' },
  { code: 'YW04', name: '周立群', roles: ['salesperson'], desk: 'A' },
  { code: 'YW05', name: '许诺', roles: ['salesperson'], desk: 'A' },
  { code: 'SY01', name: '李梅', roles: ['cashier'], desk: 'B' },
  { code: 'SY02', name: '方圆', roles: ['cashier'], desk: 'B' },
  { code: 'CK01', name: '赵强', roles: ['warehouse'], desk: 'C' },
  { code: 'CK02', name: '孙大勇', roles: ['warehouse'], desk: 'C' },
  { code: 'BW01', name: '老秦', roles: ['guard'], desk: 'C' },
  { code: 'CG01', name: '吴敏', roles: ['purchasing'], desk: 'B' },
  { code: 'CW01', name: '郑慧兰', roles: ['finance'], desk: 'B' },
];

export const demoLocations = [
  { code: 'MD', name: '门店', type: 'shop', address: demoBranch.address },
  { code: 'ZC', name: '主仓', type: 'warehouse', address: '杭州市余杭区良渚街道古墩路 2188 号 6 号库' },
  { code: 'PH', name: '门店配货中心', type: 'centre', address: '杭州市拱墅区石祥路 590 号 B 区' },
] as const;

export const carriers = ['自有车辆', '自有车辆', '德运物流', '安顺专线', '客户派车', '同城货运'] as const;
export const drivers = ['陈师傅', '俞师傅', '毛师傅', '来师傅', '金师傅', '骆师傅'] as const;
