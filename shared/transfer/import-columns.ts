/** What can be brought in from a file, and the headings each column is known by in Chinese offices' own lists. */
export const importKinds = ['customers', 'products', 'receivables'] as const;
export type ImportKind = (typeof importKinds)[number];

export interface ImportColumn {
  key: string;
  required: boolean;
  /** Headings, compared without spaces, brackets and case. The column's own words in both languages come first. */
  headings: readonly string[];
}

const column = (key: string, headings: string, required = false): ImportColumn => ({ key, required, headings: headings.split('|') });

export const importColumns: Readonly<Record<ImportKind, readonly ImportColumn[]>> = {
  customers: [
    column('name', '客户名称|名称|单位名称|公司名称|客户|姓名|name|customer|company', true),
    column('type', '类型|性质|客户性质|type'),
    column('contact', '联系人|负责人|contact|person'),
    column('phone', '电话|手机|联系电话|手机号|手机号码|phone|mobile|tel|telephone'),
    column('otherPhone', '其他电话|备用电话|座机|other phone|phone 2'),
    column('address', '地址|联系地址|公司地址|address'),
    column('industry', '行业|所属行业|industry'),
    column('size', '规模|公司规模|size'),
    column('web', '网店|网址|网站|web|website|shop'),
    column('class', '分类|客户分类|等级|class'),
    column('birthday', '生日|birthday'),
    column('creditLimit', '信用额度|额度|credit limit|limit'),
    column('creditDays', '账期|账期天数|credit days|terms'),
    column('notes', '备注|说明|notes|remarks'),
  ],
  products: [
    column('code', '编码|产品编码|商品编码|货号|编号|code|sku|item no', true),
    column('name', '名称|产品名称|商品名称|品名|name|product|description', true),
    column('spec', '规格|规格型号|型号|spec|specification|model'),
    column('unit', '单位|计量单位|unit', true),
    column('barcode', '条码|条形码|barcode|ean'),
    column('group', '类别|产品类别|group|category'),
    column('tracking', '管理方式|编号方式|序列号管理|tracking|tracked by'),
    column('price', '售价|单价|零售价|价格|price|list price', true),
    column('floor', '底价|最低价|floor|floor price'),
    column('lowStock', '库存下限|预警|预警线|low stock|minimum'),
    column('location', '仓库|库位|地点|location|warehouse'),
    column('stock', '库存|期初库存|数量|库存数量|stock|opening stock|quantity|on hand'),
    column('notes', '备注|说明|notes|remarks'),
  ],
  receivables: [
    column('customer', '客户名称|客户|单位名称|名称|customer|name', true),
    column('amount', '金额|欠款|欠款金额|应收金额|应收|余额|amount|balance', true),
    column('due', '到期日|应付日期|约定付款日|due|due date'),
    column('reference', '单号|凭证号|摘要|合同号|reference|document'),
  ],
};

/** Heading as it is compared: full width made narrow, no spaces, brackets, stars or case. */
export function plainHeading(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\(.*?\)|[\s*:_\-/]/g, '');
}

/** Column key → index in the file, -1 when none fits. Exact headings first, then headings that contain a known one; no column is used twice. */
export function guessMapping(kind: ImportKind, headings: readonly string[]): Record<string, number> {
  const found = headings.map(plainHeading);
  const mapping: Record<string, number> = {};
  const taken = new Set<number>();
  const passes: ((known: string, heading: string) => boolean)[] = [
    (known, heading) => heading === known,
    (known, heading) => known.length >= 2 && heading.includes(known),
  ];
  for (const fits of passes) {
    for (const { key, headings: names } of importColumns[kind]) {
      if (mapping[key] !== undefined) continue;
      const index = names.map(plainHeading).reduce((at, known) => {
        if (at >= 0) return at;
        return found.findIndex((heading, position) => !taken.has(position) && heading !== '' && fits(known, heading));
      }, -1);
      if (index < 0) continue;
      mapping[key] = index;
      taken.add(index);
    }
  }
  for (const { key } of importColumns[kind]) mapping[key] ??= -1;
  return mapping;
}
