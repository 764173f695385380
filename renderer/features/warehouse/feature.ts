import {
  IconBarrierBlock,
  IconBox,
  IconBuildingWarehouse,
  IconPackageImport,
  IconStack2,
  IconTruckDelivery,
  IconTruckReturn,
} from '@tabler/icons-react';
import type { Feature } from '#renderer/desk/feature.ts';
import { dispatchFilters } from './dispatch/dispatch-filters.ts';
import { newDispatchSearch } from './dispatch/new-dispatch-search.ts';
import { gateSearch } from './gate/gate-search.ts';
import { countIssuedPasses, countToIssue } from './home/counts.ts';
import { inboundSearch } from './inbound/inbound-search.ts';
import { pieceSearch } from './pieces/piece-search.ts';
import { productFilters } from './products/product-filters.ts';
import { returnFilters } from './returns/return-filters.ts';
import { stockFilters } from './stock/stock-filters.ts';

/** Warehouse, dispatch, gate, stock, products, inbound and returns. */
export const feature: Feature = {
  screens: [
    { path: '/warehouse', load: async () => (await import('./home/WarehouseHome.tsx')).WarehouseHome },
    { path: '/warehouse/pick/$id', load: async () => (await import('./home/PickPage.tsx')).PickPage },
    { path: '/dispatches', load: async () => (await import('./dispatch/DispatchList.tsx')).DispatchList, search: dispatchFilters },
    { path: '/dispatches/new', load: async () => (await import('./dispatch/NewDispatch.tsx')).NewDispatch, search: newDispatchSearch },
    { path: '/dispatches/$id', load: async () => (await import('./dispatch/DispatchPage.tsx')).DispatchPage },
    { path: '/gate', load: async () => (await import('./gate/GatePage.tsx')).GatePage, search: gateSearch },
    { path: '/stock', load: async () => (await import('./stock/StockPage.tsx')).StockPage, search: stockFilters },
    { path: '/stock/transfer', load: async () => (await import('./stock/OpenTransfer.tsx')).OpenTransfer },
    { path: '/products', load: async () => (await import('./products/ProductList.tsx')).ProductList, search: productFilters },
    { path: '/products/new', load: async () => (await import('./products/NewProduct.tsx')).NewProduct },
    { path: '/products/$id', load: async () => (await import('./products/ProductPage.tsx')).ProductPage },
    { path: '/products/$id/edit', load: async () => (await import('./products/EditProduct.tsx')).EditProduct },
    { path: '/pieces', load: async () => (await import('./pieces/PiecePage.tsx')).PiecePage, search: pieceSearch },
    { path: '/inbound/new', load: async () => (await import('./inbound/NewInbound.tsx')).NewInbound, search: inboundSearch },
    { path: '/inbound/$id', load: async () => (await import('./inbound/InboundPage.tsx')).InboundPage },
    { path: '/returns', load: async () => (await import('./returns/ReturnList.tsx')).ReturnList, search: returnFilters },
    { path: '/returns/$id', load: async () => (await import('./returns/ReturnPage.tsx')).ReturnPage },
  ],
  nav: [
    {
      path: '/warehouse',
      label: 'warehouse.nav.home',
      icon: IconBuildingWarehouse,
      roles: ['warehouse', 'manager'],
      group: 'work',
      badge: countToIssue,
    },
    {
      path: '/gate',
      label: 'warehouse.nav.gate',
      icon: IconBarrierBlock,
      roles: ['guard', 'warehouse', 'manager'],
      group: 'work',
      badge: countIssuedPasses,
    },
    {
      path: '/dispatches',
      label: 'warehouse.nav.dispatches',
      icon: IconTruckDelivery,
      roles: ['salesperson', 'warehouse', 'finance', 'manager'],
      group: 'records',
    },
    {
      path: '/returns',
      label: 'warehouse.nav.returns',
      icon: IconTruckReturn,
      roles: ['salesperson', 'cashier', 'warehouse', 'manager'],
      group: 'records',
    },
    {
      path: '/stock',
      label: 'warehouse.nav.stock',
      icon: IconStack2,
      roles: ['salesperson', 'cashier', 'warehouse', 'purchasing', 'manager'],
      group: 'records',
    },
    {
      path: '/products',
      label: 'warehouse.nav.products',
      icon: IconBox,
      roles: ['salesperson', 'cashier', 'warehouse', 'purchasing', 'manager'],
      group: 'records',
    },
    { path: '/inbound/new', label: 'warehouse.nav.inbound', icon: IconPackageImport, roles: ['warehouse'], group: 'work' },
  ],
  commands: [
    {
      id: 'new-dispatch',
      label: 'warehouse.commands.newDispatch',
      keywords: 'dispatch delivery note 发货单 送货 fahuo fhd',
      roles: ['salesperson', 'warehouse', 'manager'],
      path: '/dispatches/new',
    },
    {
      id: 'new-inbound',
      label: 'warehouse.commands.newInbound',
      keywords: 'inbound receive goods 入库 收货 ruku rk',
      roles: ['warehouse'],
      path: '/inbound/new',
    },
    {
      id: 'transfer',
      label: 'warehouse.commands.transfer',
      keywords: 'transfer move stock 调拨 移库 diaobo db',
      roles: ['warehouse'],
      path: '/stock/transfer',
    },
    {
      id: 'new-product',
      label: 'warehouse.commands.newProduct',
      keywords: 'product new 新产品 商品 xinchanpin',
      roles: ['manager', 'purchasing', 'warehouse'],
      path: '/products/new',
    },
  ],
};
