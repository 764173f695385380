/** Lines of goods in the forms of a sale, a quotation and a contract application. */
export const goods = {
  product: 'Product',
  quantity: 'Quantity',
  quantityMissing: 'Enter a quantity',
  unit: 'Unit',
  policyPrice: 'Policy price',
  floor: 'Floor',
  price: 'Price',
  belowFloor: 'Below the floor of {{floor}}',
  amount: 'Amount',
  gift: 'Gift',
  giftOf: '{{name}} is a gift',
};
