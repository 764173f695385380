import { IconCashRegister, IconClipboardList, IconTruckLoading } from '@tabler/icons-react';
import type { Feature } from '#renderer/desk/feature.ts';
import { pickup } from '#shared/modules/pickup/module.ts';
import { counterSearch } from './home/counter-search.ts';
import { orderSearch } from './orders/order-search.ts';
import { ordersSearch } from './orders/orders-search.ts';
import { pickupsSearch } from './pickups/pickups-search.ts';
import { saleSearch } from './sale/sale-search.ts';

/** Selling over the counter: orders from entry to closing, and the shortage purchases they cause. */
export const feature: Feature = {
  screens: [
    { path: '/counter', load: async () => (await import('./home/CounterPage.tsx')).CounterPage, search: counterSearch },
    { path: '/orders', load: async () => (await import('./orders/OrdersPage.tsx')).OrdersPage, search: ordersSearch },
    { path: '/orders/new', load: async () => (await import('./sale/SalePage.tsx')).SalePage, search: saleSearch },
    { path: '/orders/$id', load: async () => (await import('./orders/OrderPage.tsx')).OrderPage, search: orderSearch },
    { path: '/orders/$id/pickup', load: async () => (await import('./pickups/PickupEntryPage.tsx')).PickupEntryPage },

    { path: '/pickups', load: async () => (await import('./pickups/PickupsPage.tsx')).PickupsPage, search: pickupsSearch },
    { path: '/pickups/$id', load: async () => (await import('./pickups/PickupPage.tsx')).PickupPage },
  ],
  nav: [
    { path: '/counter', label: 'counter.nav.counter', icon: IconCashRegister, roles: ['salesperson', 'cashier'], group: 'work' },
    {
      path: '/orders',
      label: 'counter.nav.orders',
      icon: IconClipboardList,
      roles: ['salesperson', 'cashier', 'warehouse', 'finance', 'manager'],
      group: 'records',
    },
    {
      path: '/pickups',
      label: 'counter.nav.pickups',
      icon: IconTruckLoading,
      roles: ['salesperson', 'cashier', 'warehouse', 'purchasing', 'manager'],
      group: 'records',
      // Purchasing's inbox: photos that no record was made from yet.
      badge: async (read, actor) =>
        actor.roles.includes('purchasing') ? (await read.all({ kind: pickup.kind, status: 'photographed' }, 100)).rows.length : 0,
    },
  ],
  commands: [
    {
      id: 'counter.new-sale',
      label: 'counter.command.newSale',
      keywords: 'new sale order xin xiaoshou kaidan 新销售 开单 下单 销售单',
      roles: ['salesperson', 'cashier', 'manager'],
      path: '/orders/new',
    },
    {
      id: 'counter.orders',
      label: 'counter.command.orders',
      keywords: 'orders slips dingdan xiaoshoudan 订单 销售单 查询',
      roles: ['salesperson', 'cashier', 'warehouse', 'finance', 'manager'],
      path: '/orders',
    },
    {
      id: 'counter.pickups',
      label: 'counter.command.pickups',
      keywords: 'pick-up purchase shortage nahuodan caigou 拿货单 采购 缺货',
      roles: ['salesperson', 'cashier', 'warehouse', 'purchasing', 'manager'],
      path: '/pickups',
    },
  ],
};
