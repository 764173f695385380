import type { Choice } from '../RecordPicker.tsx';

/** Made-up trade data that looks like a branch's own. Same every time. */
export const TODAY = '2026-11-24';

export interface Product {
  code: string;
  name: string;
  spec: string;
  unit: string;
  /** Fen. */
  price: number;
  floor: number;
  /** Thousandths. */
  stock: number;
}

export const PRODUCTS: readonly Product[] = [
  { code: '6901234567892', name: '不锈钢电水壶', spec: '1.7 L 双层防烫', unit: '只', price: 12_950, floor: 11_000, stock: 36_000 },
  { code: '6901234567908', name: '玻璃电水壶', spec: '1.5 L 高硼硅', unit: '只', price: 15_900, floor: 13_500, stock: 4000 },
  { code: '6901234567915', name: '保温杯', spec: '500 ml 316 不锈钢', unit: '只', price: 4500, floor: 3800, stock: 0 },
  { code: '6901234567922', name: '电压力锅', spec: '5 L 双胆', unit: '台', price: 39_900, floor: 35_000, stock: 12_000 },
  { code: '6901234567939', name: '冷轧钢板', spec: '1.2 × 1250 mm Q235', unit: '吨', price: 456_000, floor: 440_000, stock: 18_750 },
  { code: '6901234567946', name: '电饭煲', spec: '4 L IH 加热', unit: '台', price: 59_900, floor: 52_000, stock: 7000 },
];

export async function findProducts(text: string): Promise<readonly Choice[]> {
  return PRODUCTS.filter((product) => product.name.includes(text) || product.code.includes(text)).map((product) => ({
    key: product.code,
    label: product.name,
    detail: `${product.code} · ${product.spec}`,
    figure: `${product.stock / 1000} ${product.unit}`,
    data: product,
  }));
}

export interface Sale {
  id: string;
  no: string;
  day: string;
  customer: string;
  kind: string;
  status: 'released' | 'closed' | 'waiting' | 'cancelled';
  /** Fen. */
  amount: number;
  open: number;
  seller: string;
}

const CUSTOMERS = [
  '杭州西溪五金商行',
  '李敏',
  '宁波海曙建材有限公司',
  '散客',
  '浙江天目山度假酒店管理有限公司',
  '王芳',
  '绍兴柯桥纺织机械厂',
];
const KINDS = ['现款自提', '现款缺货', '挂账', '送货'];
const STATUSES = ['released', 'closed', 'waiting', 'cancelled', 'closed'] as const;

export const SALES: readonly Sale[] = Array.from({ length: 10_000 }, (_, index) => {
  const amount = ((index * 7919) % 98_317) * 37 + 4500;
  const status = STATUSES[index % STATUSES.length] ?? 'closed';
  return {
    id: String(index),
    no: `XS-HZ01-A-2611-${String(10_000 - index).padStart(4, '0')}`,
    day: `2026-${String(11 - Math.floor(index / 1000)).padStart(2, '0')}-${String(28 - (index % 28)).padStart(2, '0')}`,
    customer: CUSTOMERS[index % CUSTOMERS.length] ?? '',
    kind: KINDS[index % KINDS.length] ?? '',
    status,
    amount,
    open: status === 'waiting' ? amount : status === 'released' ? Math.round(amount / 3) : 0,
    seller: ['王小明', '陈静', '周婷'][index % 3] ?? '',
  };
});
