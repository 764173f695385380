/** One realistic example of every everyday paper, in both languages: for tests and for looking at. */
import { amountInChinese } from '#shared/core/words-zh.ts';
import { amountInEnglish } from '#shared/core/words-en.ts';
import { formatFen, lineAmount } from '#shared/core/money.ts';
import type { PaperColumn, PaperContent, PaperJob, SlipContent } from './content.ts';
import { contractFixture } from './contract.fixture.ts';

type Language = PaperContent['language'];
type SlipRow = Record<string, string | number>;

function aCommon(
  language: Language,
): Pick<SlipContent, 'company' | 'branch' | 'day' | 'language' | 'stamp' | 'printing' | 'maker' | 'printedAt'> {
  const zh = language === 'zh-CN';
  return {
    company: zh ? '杭州恒达机电贸易有限公司' : 'Hangzhou Hengda Electromechanical Trading Co., Ltd.',
    branch: zh ? '杭州西湖门店' : 'Hangzhou West Lake branch',
    day: zh ? '2026年11月23日' : '23 Nov 2026',
    language,
    stamp: '',
    printing: 1,
    maker: zh ? '李梅' : 'Li Mei',
    printedAt: '2026-11-23 14:05',
  };
}

const goods: readonly (readonly [string, string, string, string, string, string, number, number])[] = [
  ['P-10021', '交流接触器', 'AC contactor', 'CJX2-2510 220V', '只', 'pc', 12_000, 8_650],
  ['P-10034', '小型断路器', 'Miniature circuit breaker', 'DZ47-63 C32 2P', '只', 'pc', 40_000, 3_280],
  ['P-20418', '铜芯聚氯乙烯绝缘软电线', 'Copper flexible wire, PVC insulated', 'BVR 4mm² 红', '米', 'm', 350_500, 412],
  ['P-20433', '阻燃电缆', 'Flame-retardant cable', 'ZR-YJV 4×16+1×10', '米', 'm', 120_000, 6_875],
  ['P-30007', '三相异步电动机', 'Three-phase motor', 'YE3-132S-4 5.5kW', '台', 'set', 2_000, 186_000],
  ['P-30112', '变频调速器', 'Frequency converter', 'MD310T5.5B', '台', 'set', 2_000, 142_500],
  [
    'P-40955',
    '不锈钢法兰（加厚型，配套密封垫片与螺栓）',
    'Stainless flange with gasket and bolts',
    'DN80 PN16',
    '套',
    'kit',
    6_000,
    23_890,
  ],
  ['P-51020', '润滑脂', 'Grease', 'ZL-3 15kg/桶', '桶', 'pail', 3_500, 28_900],
];

/** `count` lines of goods; quantities and prices vary so that page sums differ. */
function someRows(language: Language, count: number, sign: 1 | -1 = 1): SlipRow[] {
  const zh = language === 'zh-CN';
  return Array.from({ length: count }, (_, index) => {
    const [code, nameZh, nameEn, spec, unitZh, unitEn, base, price] = goods[index % goods.length] ?? ['', '', '', '', '', '', 0, 0];
    const quantity = sign * (base + Math.floor(index / goods.length) * 1_000);
    return {
      code,
      name: zh ? nameZh : nameEn,
      spec: zh ? spec : spec.replace('红', 'red').replace('桶', 'pail'),
      unit: zh ? unitZh : unitEn,
      quantity,
      price,
      amount: lineAmount(price, quantity),
      remark: index === 2 ? (zh ? '整卷' : 'full reel') : '',
    };
  });
}

function goodsColumns(language: Language): PaperColumn[] {
  const zh = language === 'zh-CN';
  const column = (key: string, label: string, width: number, more: Partial<PaperColumn> = {}): PaperColumn => ({
    key,
    label,
    width,
    align: 'left',
    type: 'text',
    summed: false,
    ...more,
  });
  return [
    column('index', zh ? '序号' : 'No.', 5, { align: 'center', type: 'index' }),
    column('code', zh ? '产品编码' : 'Code', 10),
    column('name', zh ? '产品名称' : 'Description', 24),
    column('spec', zh ? '规格型号' : 'Specification', 18),
    column('unit', zh ? '单位' : 'Unit', 6, { align: 'center' }),
    column('quantity', zh ? '数量' : 'Quantity', 9, { align: 'right', type: 'milli', summed: true }),
    column('price', zh ? '单价' : 'Price', 10, { align: 'right', type: 'fen' }),
    column('amount', zh ? '金额' : 'Amount', 12, { align: 'right', type: 'fen', summed: true }),
    column('remark', zh ? '备注' : 'Remarks', 9),
  ];
}

function inWords(language: Language, fen: number): string {
  return language === 'zh-CN' ? amountInChinese(fen) : amountInEnglish(fen);
}

function total(rows: readonly SlipRow[], key: string): number {
  return rows.reduce((sum, row) => sum + Number(row[key] ?? 0), 0);
}

export function aSalesSlip(language: Language, changes: Partial<SlipContent> & { count?: number } = {}): SlipContent {
  const { count = 8, ...rest } = changes;
  const zh = language === 'zh-CN';
  const rows = rest.rows ?? someRows(language, count, rest.red ? -1 : 1);
  const amount = total(rows, 'amount');
  const paid = rest.red ? amount : Math.min(amount, 1_000_000);
  return {
    template: 'slip',
    ...aCommon(language),
    title: zh ? (rest.red ? '销售退货单' : '销售单') : rest.red ? 'Sales Return' : 'Sales Slip',
    no: 'XS-HZ01-A-2611-0042',
    code: 'XS-HZ01-A-2611-0042',
    copies: (zh ? ['存根联', '客户联', '财务联'] : ['stub', 'customer', 'finance']).map((name) => ({ name, priced: true })),
    head: zh
      ? [
          { label: '客户', value: '绍兴市越城区宏兴水泵配件经营部' },
          { label: '联系人', value: '周建国' },
          { label: '电话', value: '138 5751 2260' },
          { label: '客户类型', value: '批发 · 会员 0173' },
          { label: '提货方式', value: '自提' },
          { label: '收款方式', value: '现金' },
          { label: '地址', value: '浙江省绍兴市越城区中兴南路 588 号 3 幢 102 室', wide: true },
          { label: '营业员', value: '王芳' },
        ]
      : [
          { label: 'Customer', value: 'Shaoxing Hongxing Pump Parts' },
          { label: 'Contact', value: 'Zhou Jianguo' },
          { label: 'Tel.', value: '+86 138 5751 2260' },
          { label: 'Class', value: 'Wholesale · member 0173' },
          { label: 'Collection', value: 'picked up' },
          { label: 'Paid by', value: 'cash' },
          { label: 'Address', value: 'Room 102, Building 3, 588 Zhongxing South Road, Shaoxing', wide: true },
          { label: 'Seller', value: 'Wang Fang' },
        ],
    columns: goodsColumns(language),
    rows,
    priceColumns: ['price', 'amount'],
    totals: zh
      ? [
          { label: '合计金额（大写）', value: inWords(language, amount), wide: true, strong: true, price: true },
          { label: '小写', value: `￥${formatFen(amount)}`, strong: true, price: true },
          { label: '应收', value: formatFen(amount), price: true },
          { label: '实收', value: formatFen(paid), price: true },
          { label: '欠款', value: formatFen(amount - paid), price: true },
        ]
      : [
          { label: 'In words', value: inWords(language, amount), wide: true, strong: true, price: true },
          { label: 'Total', value: `¥${formatFen(amount)}`, strong: true, price: true },
          { label: 'Due', value: formatFen(amount), price: true },
          { label: 'Paid', value: formatFen(paid), price: true },
          { label: 'Owed', value: formatFen(amount - paid), price: true },
        ],
    red: false,
    notes: zh
      ? ['凭本单七日内可退换未拆封商品。门店：杭州市西湖区文三路 478 号　电话：0571-8899 2266']
      : ['Unopened goods may be exchanged within seven days with this slip. Shop: 478 Wensan Road, Hangzhou, tel. 0571-8899 2266'],
    signatures: zh ? ['收银员', '发货人', '客户签字'] : ['Cashier', 'Issued by', 'Customer'],
    seal: '',
    ...rest,
  };
}

export function aDispatchNote(language: Language, changes: Partial<SlipContent> & { count?: number } = {}): SlipContent {
  const zh = language === 'zh-CN';
  const slip = aSalesSlip(language, { count: changes.count ?? 9 });
  const { count: _count, ...rest } = changes;
  return {
    ...slip,
    title: zh ? '送货单' : 'Dispatch Note',
    no: 'FH-HZ01-A-2611-0107',
    code: 'FH-HZ01-A-2611-0107',
    copies: (zh ? ['存根联', '客户联', '财务联', '仓库联', '门卫联'] : ['file', 'customer', 'finance', 'warehouse', 'gate']).map(
      (name, index) => ({ name, priced: index < 3 }),
    ),
    head: zh
      ? [
          { label: '收货单位', value: '绍兴市越城区宏兴水泵配件经营部' },
          { label: '联系人', value: '周建国' },
          { label: '电话', value: '138 5751 2260' },
          { label: '收货地址', value: '浙江省绍兴市越城区中兴南路 588 号 3 幢 102 室', wide: true },
          { label: '合同号', value: 'HT-HZ01-A-2611-0009' },
          { label: '发货仓库', value: '滨江一号仓' },
          { label: '运输方式', value: '自有车辆' },
          { label: '车牌号', value: '浙A·7K352' },
          { label: '司机', value: '陈师傅 139 0571 8826' },
          { label: '业务员', value: '王芳' },
          { label: '结算方式', value: '月结 30 天' },
        ]
      : [
          { label: 'Ship to', value: 'Shaoxing Hongxing Pump Parts' },
          { label: 'Contact', value: 'Zhou Jianguo' },
          { label: 'Tel.', value: '+86 138 5751 2260' },
          { label: 'Address', value: 'Room 102, Building 3, 588 Zhongxing South Road, Shaoxing', wide: true },
          { label: 'Contract', value: 'HT-HZ01-A-2611-0009' },
          { label: 'Warehouse', value: 'Binjiang no. 1' },
          { label: 'Transport', value: 'own truck' },
          { label: 'Plate', value: '浙A·7K352' },
          { label: 'Driver', value: 'Chen, 139 0571 8826' },
          { label: 'Sales', value: 'Wang Fang' },
          { label: 'Terms', value: '30 days after month end' },
        ],
    totals: slip.totals.slice(0, 2),
    notes: zh
      ? ['请当面点清数量并核对外观，三日内未提出书面异议视为验收合格。']
      : ['Please count and inspect on delivery; goods are taken as accepted unless we hear in writing within three days.'],
    signatures: zh
      ? ['审核', '发货人', '承运人', '收货单位（签章）', '收货日期']
      : ['Checked', 'Issued', 'Carrier', 'Received (seal)', 'Date'],
    ...rest,
  };
}

function goodsOnly(language: Language, keys: readonly string[]): PaperColumn[] {
  return goodsColumns(language).filter((column) => keys.includes(column.key));
}

function aGatePass(language: Language): SlipContent {
  const zh = language === 'zh-CN';
  return {
    ...aDispatchNote(language, { count: 3 }),
    title: zh ? '出门证' : 'Gate Pass',
    no: 'CM-HZ01-A-2611-0061',
    code: 'CM-HZ01-A-2611-0061',
    copies: (zh ? ['存根联', '门卫联'] : ['stub', 'gate']).map((name) => ({ name, priced: true })),
    head: zh
      ? [
          { label: '携物单位', value: '宏兴水泵配件经营部' },
          { label: '携物人', value: '陈国强' },
          { label: '车牌号', value: '浙A·7K352' },
          { label: '出门事由', value: '送货' },
          { label: '开具时间', value: '14:05' },
          { label: '有效期至', value: '2026-11-23 18:00' },
          { label: '关联单号', value: 'FH-HZ01-A-2611-0107' },
          { label: '是否返还', value: '否' },
        ]
      : [
          { label: 'Carried for', value: 'Hongxing Pump Parts' },
          { label: 'Carrier', value: 'Chen Guoqiang' },
          { label: 'Plate', value: '浙A·7K352' },
          { label: 'Reason', value: 'delivery' },
          { label: 'Issued at', value: '14:05' },
          { label: 'Valid until', value: '2026-11-23 18:00' },
          { label: 'For', value: 'FH-HZ01-A-2611-0107' },
          { label: 'To return', value: 'no' },
        ],
    columns: goodsOnly(language, ['index', 'name', 'spec', 'unit', 'quantity', 'remark']),
    priceColumns: [],
    totals: [],
    notes: [],
    signatures: zh ? ['经办人', '批准人', '保管员', '门卫', '放行时间'] : ['Handled', 'Approved', 'Keeper', 'Gate', 'Released at'],
  };
}

function aStockSlip(
  language: Language,
  title: string,
  no: string,
  copies: string[],
  head: SlipContent['head'],
  signatures: string[],
): SlipContent {
  return {
    ...aDispatchNote(language, { count: 6 }),
    title,
    no,
    code: no,
    copies: copies.map((name) => ({ name, priced: true })),
    head,
    columns: goodsOnly(language, ['index', 'code', 'name', 'spec', 'unit', 'quantity', 'remark']),
    priceColumns: [],
    totals: [],
    notes: [],
    signatures,
  };
}

function aStockOutSlip(language: Language): SlipContent {
  return language === 'zh-CN'
    ? aStockSlip(
        language,
        '出库单',
        'CK-HZ01-A-2611-0088',
        ['仓库联', '财务联'],
        [
          { label: '仓库', value: '滨江一号仓' },
          { label: '出库类型', value: '销售出库' },
          { label: '发货单号', value: 'FH-HZ01-A-2611-0107' },
          { label: '领用单位', value: '宏兴水泵配件经营部' },
        ],
        ['保管员', '提货人', '审核'],
      )
    : aStockSlip(
        language,
        'Stock-out Slip',
        'CK-HZ01-A-2611-0088',
        ['warehouse', 'finance'],
        [
          { label: 'Warehouse', value: 'Binjiang no. 1' },
          { label: 'Kind', value: 'sale' },
          { label: 'Dispatch note', value: 'FH-HZ01-A-2611-0107' },
          { label: 'For', value: 'Hongxing Pump Parts' },
        ],
        ['Keeper', 'Taken by', 'Checked'],
      );
}

function anInboundSlip(language: Language): SlipContent {
  return language === 'zh-CN'
    ? aStockSlip(
        language,
        '产品入库单',
        'RK-HZ01-A-2611-0035',
        ['仓库联', '生产联'],
        [
          { label: '交库单位', value: '一分厂生产科' },
          { label: '生产通知单', value: 'SC-HZ01-A-2611-0012' },
          { label: '合格证号', value: 'HG-2026-11-0318' },
          { label: '批号', value: '20261122-A' },
          { label: '检验结论', value: '合格' },
        ],
        ['交库人', '检验员', '保管员'],
      )
    : aStockSlip(
        language,
        'Inbound Slip',
        'RK-HZ01-A-2611-0035',
        ['warehouse', 'production'],
        [
          { label: 'From', value: 'Plant 1, production' },
          { label: 'Production notice', value: 'SC-HZ01-A-2611-0012' },
          { label: 'Certificate', value: 'HG-2026-11-0318' },
          { label: 'Lot', value: '20261122-A' },
          { label: 'Inspection', value: 'passed' },
        ],
        ['Delivered', 'Inspected', 'Keeper'],
      );
}

function aPickUpSlip(language: Language): SlipContent {
  const zh = language === 'zh-CN';
  return {
    ...aDispatchNote(language, { count: 2 }),
    title: zh ? '拿货单' : 'Pick-up Slip',
    no: 'NH-HZ01-A-2611-0019',
    code: 'NH-HZ01-A-2611-0019',
    copies: (zh ? ['收银联', '配货中心联'] : ['cashier', 'distribution']).map((name) => ({ name, priced: true })),
    head: zh
      ? [
          { label: '供应商', value: '萧山永固电缆批发部' },
          { label: '销售单号', value: 'XS-HZ01-A-2611-0042' },
          { label: '客户', value: '宏兴水泵配件经营部' },
          { label: '拿货人', value: '赵强' },
        ]
      : [
          { label: 'Supplier', value: 'Xiaoshan Yonggu Cable' },
          { label: 'Sales slip', value: 'XS-HZ01-A-2611-0042' },
          { label: 'Customer', value: 'Hongxing Pump Parts' },
          { label: 'Fetched by', value: 'Zhao Qiang' },
        ],
    notes: [],
    signatures: zh ? ['拿货人', '供应商', '收银'] : ['Fetched by', 'Supplier', 'Cashier'],
  };
}

export function aReceipt(language: Language, deposit = false): Extract<PaperContent, { template: 'receipt' }> {
  const zh = language === 'zh-CN';
  const fen = deposit ? 500_000 : 1_640_902;
  return {
    template: 'receipt',
    ...aCommon(language),
    title: zh ? (deposit ? '订金收据' : '收款收据') : deposit ? 'Deposit Receipt' : 'Receipt',
    no: deposit ? 'DJ-HZ01-A-2611-0007' : 'SK-HZ01-A-2611-0042',
    code: deposit ? 'DJ-HZ01-A-2611-0007' : 'SK-HZ01-A-2611-0042',
    copies: (zh ? ['存根联', '交款人联', '记账联'] : ['stub', 'payer', 'accounts']).map((name) => ({ name, priced: true })),
    payer: { label: zh ? '今收到' : 'Received from', value: zh ? '绍兴市越城区宏兴水泵配件经营部' : 'Shaoxing Hongxing Pump Parts' },
    reason: {
      label: zh ? '交来' : 'For',
      value: zh
        ? `${deposit ? '购车订金' : '货款'}（合同 HT-HZ01-A-2611-0009）`
        : `${deposit ? 'deposit' : 'goods'} under contract HT-HZ01-A-2611-0009`,
    },
    words: { label: zh ? '人民币（大写）' : 'Amount in words', value: inWords(language, fen) },
    amount: { label: zh ? '小写' : 'Amount', value: `${zh ? '￥' : '¥'}${formatFen(fen)}` },
    method: { label: zh ? '收款方式' : 'Paid by', value: zh ? '银行转账 尾号 6621' : 'bank transfer, ending 6621' },
    remarks: zh
      ? [{ label: '备注', value: deposit ? '订金不适用定金罚则' : '尾款于提货时结清' }]
      : [{ label: 'Remarks', value: 'balance due on collection' }],
    red: false,
    notes: zh ? ['本收据不作报销凭证，加盖财务专用章有效。'] : ['Not a tax invoice. Valid only with the finance seal.'],
    signatures: zh ? ['核准', '出纳', '经手人', '交款人'] : ['Approved', 'Cashier', 'Handled', 'Payer'],
    seal: zh ? '收款单位（章）' : 'Payee (seal)',
  };
}

function aCalibration(language: Language): Extract<PaperContent, { template: 'calibration' }> {
  const zh = language === 'zh-CN';
  return {
    template: 'calibration',
    ...aCommon(language),
    title: zh ? '打印校准页' : 'Printer Calibration',
    no: 'CAL-1',
    code: 'CAL-1',
    copies: [{ name: zh ? '校准' : 'calibration', priced: true }],
  };
}

export function everyPaper(language: Language): Record<string, PaperContent> {
  return {
    'sales-slip': aSalesSlip(language),
    'sales-slip-long': aSalesSlip(language, { count: 37, printing: 2 }),
    'sales-return': aSalesSlip(language, { count: 2, red: true }),
    'dispatch-note': aDispatchNote(language, { stamp: language === 'zh-CN' ? '未放行' : 'NOT RELEASED' }),
    'gate-pass': aGatePass(language),
    'stock-out-slip': aStockOutSlip(language),
    'inbound-slip': anInboundSlip(language),
    'pick-up-slip': aPickUpSlip(language),
    receipt: aReceipt(language),
    'deposit-receipt': aReceipt(language, true),
    contract: contractFixture(
      language,
      aCommon(language),
      goodsOnly(language, ['index', 'name', 'spec', 'unit', 'quantity', 'price', 'amount']),
      someRows(language, 8),
    ),
    calibration: aCalibration(language),
  };
}

export function aJob(content: PaperContent, changes: Partial<Omit<PaperJob, 'content'>> = {}): PaperJob {
  return { content, form: 'a5', copyMode: 'plain', mono: false, offset: { x: 0, y: 0 }, scale: 1000, ...changes };
}
