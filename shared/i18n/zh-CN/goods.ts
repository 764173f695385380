import type { Translated } from '../translated.ts';
import type { goods as source } from '../en/goods.ts';

/** Lines of goods in the forms of a sale, a quotation and a contract application. */
export const goods: Translated<typeof source> = {
  product: '商品',
  quantity: '数量',
  quantityMissing: '请填写数量',
  unit: '单位',
  policyPrice: '政策价',
  floor: '最低售价',
  price: '单价',
  belowFloor: '低于最低售价 {{floor}}',
  amount: '金额',
  gift: '赠品',
  giftOf: '{{name}}作为赠品',
};
