import { formatFen } from '#shared/core/money.ts';
import { amountInChinese } from '#shared/core/words-zh.ts';
import { amountInEnglish } from '#shared/core/words-en.ts';
import type { ContractContent, PaperColumn } from './content.ts';

type Common = Pick<ContractContent, 'company' | 'branch' | 'day' | 'language' | 'stamp' | 'printing' | 'maker' | 'printedAt'>;

/** A 购销合同 with the clauses a trading office uses. */
export function contractFixture(
  language: ContractContent['language'],
  common: Common,
  columns: PaperColumn[],
  rows: Record<string, string | number>[],
): ContractContent {
  const zh = language === 'zh-CN';
  const amount = rows.reduce((sum, row) => sum + Number(row['amount'] ?? 0), 0);
  const clause = (heading: string, ...paragraphs: string[]): ContractContent['clauses'][number] => ({ heading, paragraphs });
  const shared = { template: 'contract' as const, ...common, no: 'HT-HZ01-A-2611-0009', code: 'HT-HZ01-A-2611-0009' };
  if (!zh) {
    return {
      ...shared,
      title: 'Contract of Sale',
      copies: [{ name: 'original', priced: true }],
      place: { label: 'Place of signing', value: 'West Lake District, Hangzhou' },
      signed: { label: 'Date of signing', value: '23 November 2026' },
      parties: [
        { label: 'Buyer (Party A)', value: 'Shaoxing Hongxing Pump Parts' },
        { label: 'Seller (Party B)', value: common.company },
      ],
      preamble:
        'Under the Civil Code of the People’s Republic of China and after free negotiation, the parties agree on the sale of the goods below.',
      clauses: [
        {
          heading: '1. Goods, quantity, price',
          paragraphs: ['Prices include value added tax at 13 % and delivery.'],
          table: {
            columns,
            rows,
            totals: [
              { label: 'Total in words', value: amountInEnglish(amount) },
              { label: 'Total', value: `¥${formatFen(amount)}` },
            ],
          },
        },
        clause(
          '2. Quality',
          'The goods meet the national standards in force and the maker’s specification. The seller answers for defects of material and workmanship for twelve months from delivery and repairs or replaces defective goods at its own cost.',
        ),
        clause('3. Packing', 'Packing is suited to carriage by road; it is not returned and not charged.'),
        clause(
          '4. Delivery',
          'The seller delivers within ten days of receiving the deposit to 588 Zhongxing South Road, Shaoxing. Risk passes when the buyer has signed the dispatch note.',
        ),
        clause(
          '5. Inspection',
          'The buyer counts and inspects on delivery and raises objections in writing within three days; otherwise the goods are taken as accepted.',
        ),
        clause(
          '6. Payment',
          'A deposit of 30 % on signing, the balance by bank transfer within thirty days of the month of delivery. The seller issues a special VAT invoice.',
        ),
        clause('7. Breach', 'Whoever is late pays 0.05 % of the amount in delay per day, at most 5 % of the contract amount.'),
        clause(
          '8. Force majeure',
          'A party prevented by force majeure informs the other within three days and provides proof within fifteen days.',
        ),
        clause('9. Disputes', 'Disputes are settled by negotiation, failing which by the people’s court at the place of signing.'),
        clause(
          '10. Copies',
          'This contract is made in two originals of equal force, one for each party, and takes effect when signed and sealed by both.',
        ),
      ],
      closing: '(No text below.)',
      signatories: ['Buyer (Party A)', 'Seller (Party B)'].map((title, index) => ({
        title,
        lines: [
          { label: 'Name (seal)', value: index === 0 ? 'Shaoxing Hongxing Pump Parts' : common.company },
          { label: 'Address', value: index === 0 ? '588 Zhongxing South Road, Shaoxing' : '478 Wensan Road, Hangzhou' },
          { label: 'Legal representative', value: '' },
          { label: 'Agent (signature)', value: '' },
          { label: 'Tel.', value: index === 0 ? '138 5751 2260' : '0571-8899 2266' },
          { label: 'Bank', value: index === 0 ? 'Bank of Shaoxing, Yuecheng' : 'ICBC Hangzhou, Wensan Road' },
          { label: 'Account', value: index === 0 ? '6222 0812 1100 5561' : '1202 0226 0990 0088 123' },
          { label: 'Tax no.', value: index === 0 ? '92330602MA2B7XK91C' : '91330106MA27Y8N35D' },
          { label: 'Date', value: '' },
        ],
      })),
    };
  }
  return {
    ...shared,
    title: '购销合同',
    copies: [{ name: '正本', priced: true }],
    place: { label: '签订地点', value: '杭州市西湖区' },
    signed: { label: '签订日期', value: '2026年11月23日' },
    parties: [
      { label: '甲方（买方）', value: '绍兴市越城区宏兴水泵配件经营部' },
      { label: '乙方（卖方）', value: common.company },
    ],
    preamble:
      '依据《中华人民共和国民法典》及有关法律法规，甲乙双方在平等、自愿、协商一致的基础上，就甲方向乙方购买下列产品事宜订立本合同，共同遵守。',
    clauses: [
      {
        heading: '一、产品名称、规格型号、数量、单价、金额',
        paragraphs: ['上述价格含 13% 增值税及送货费用。'],
        table: {
          columns,
          rows,
          totals: [
            { label: '合计金额（大写）', value: amountInChinese(amount) },
            { label: '小写', value: `￥${formatFen(amount)}` },
          ],
        },
      },
      clause(
        '二、质量标准与质保',
        '产品质量符合国家现行标准及制造商出厂技术要求。质保期自交货之日起十二个月，质保期内因材料或制造原因造成的缺陷，由乙方负责免费修理或者更换；因甲方使用、保管不当造成的损坏不在质保范围之内。',
      ),
      clause('三、包装', '包装应适合公路运输，能够防潮、防震；包装物不回收，费用已含在单价之内。'),
      clause(
        '四、交货时间、地点、方式',
        '乙方于收到定金之日起十日内送货至甲方指定地点：浙江省绍兴市越城区中兴南路 588 号 3 幢 102 室。甲方变更交货地点的，应当提前三日书面通知乙方。',
      ),
      clause('五、运输、费用与风险', '由乙方负责运输并承担运费。标的物毁损、灭失的风险自甲方在送货单上签收之时起转移至甲方。'),
      clause(
        '六、验收与异议期限',
        '甲方应当在收货时当面清点数量、查验外观；对质量有异议的，应当自收货之日起三日内以书面形式提出，逾期未提出的视为验收合格。',
      ),
      clause(
        '七、结算方式与期限',
        '合同签订之日甲方支付合同总额的 30% 作为定金，余款于交货当月月末起三十日内以银行转账方式付清。乙方于收到全部货款后七日内开具增值税专用发票。',
      ),
      clause(
        '八、违约责任',
        '甲方逾期付款或者乙方逾期交货的，每逾期一日，应当向对方支付逾期部分金额万分之五的违约金，违约金累计不超过合同总额的百分之五。',
      ),
      clause(
        '九、不可抗力',
        '因不可抗力不能履行合同的一方，应当在三日内通知对方，并在十五日内提供有关机构出具的证明，根据影响程度部分或者全部免除责任。',
      ),
      clause('十、保密', '双方对在履行本合同过程中知悉的对方商业秘密负有保密义务，未经对方书面同意不得向第三方披露。'),
      clause('十一、争议解决', '因本合同发生的争议，双方应当协商解决；协商不成的，提交合同签订地有管辖权的人民法院诉讼解决。'),
      clause(
        '十二、其他',
        '本合同一式肆份，甲乙双方各执贰份，具有同等法律效力，自双方签字并加盖公章或者合同专用章之日起生效。传真件、扫描件与原件具有同等效力。',
      ),
    ],
    closing: '（以下无正文）',
    signatories: ['甲方（买方）', '乙方（卖方）'].map((title, index) => ({
      title,
      lines: [
        { label: '单位名称（章）', value: index === 0 ? '绍兴市越城区宏兴水泵配件经营部' : common.company },
        { label: '住所', value: index === 0 ? '绍兴市越城区中兴南路 588 号' : '杭州市西湖区文三路 478 号' },
        { label: '法定代表人', value: '' },
        { label: '委托代理人（签字）', value: '' },
        { label: '电话', value: index === 0 ? '138 5751 2260' : '0571-8899 2266' },
        { label: '开户银行', value: index === 0 ? '绍兴银行越城支行' : '工商银行杭州文三支行' },
        { label: '账号', value: index === 0 ? '6222 0812 1100 5561' : '1202 0226 0990 0088 123' },
        { label: '税号', value: index === 0 ? '92330602MA2B7XK91C' : '91330106MA27Y8N35D' },
        { label: '签订日期', value: '　　年　　月　　日' },
      ],
    })),
  };
}
