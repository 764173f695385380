import { useEffect, useRef } from 'react';
import { readAs } from '#shared/documents/step.ts';
import { customer } from '#shared/modules/customer/module.ts';
import type { Policy } from '#shared/modules/policy/module.ts';
import { readPolicy } from '#shared/modules/policy/rules.ts';
import { useLast } from '../../book/use-last.ts';
import { useLive } from '../../book/use-live.ts';
import { useDesk } from '../desk.ts';
import { repriced, type GoodsLine, type Pricing } from './goods-line.ts';

/** The policy in force today and the class of a customer: what a form's prices rest on. */
export interface PricingInForce extends Pricing {
  policy: Policy | null;
}

const NONE: PricingInForce = { policy: null, customerClass: null };

/**
 * What this customer is asked today. When he becomes another, or another policy comes into force, the prices that nobody changed follow.
 * @param party '' for a customer without a file: he gets what anybody gets
 */
export function usePricing(party: string, onLines: (update: (lines: readonly GoodsLine[]) => GoodsLine[]) => void): PricingInForce {
  const { today } = useDesk();
  const found = useLive(
    async (read) => ({
      policy: (await readPolicy(read, today))?.body ?? null,
      customerClass: (await readAs(read, customer, party))?.body.class ?? null,
    }),
    ['pricing', today, party],
  );
  const pricing = useLast(found, NONE);
  const before = useRef(NONE);
  useEffect(() => {
    if (pricing === NONE) return;
    // The first answer prices nothing anew: a draft taken up again says what was agreed then.
    const last = before.current;
    before.current = pricing;
    if (last !== NONE) onLines((lines) => repriced(lines, last, pricing));
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once for each change of what prices rest on
  }, [pricing]);
  return pricing;
}
