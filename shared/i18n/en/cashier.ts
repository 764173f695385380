export const cashier = {};
