/** The gates of the contract chain with what was signed, received and changed before them, at whatever desk. */
import { readAs } from '#shared/documents/step.ts';
import { application } from '#shared/modules/application/module.ts';
import { applicationFacts, concessionFacts, submissionFacts } from '#shared/modules/application/rules.ts';
import {
  archiveFacts,
  balanceFacts,
  clauseFacts,
  countersignFacts,
  customerSignFacts,
  explainedFacts,
  firstPaymentFacts,
  handoverFacts,
  inForceFacts,
  readContract,
  termFacts,
  writtenContractFacts,
} from '#shared/modules/contract/facts.ts';
import { contract, isInForce } from '#shared/modules/contract/module.ts';
import { notice } from '#shared/modules/notice/module.ts';
import { productionFacts } from '#shared/modules/notice/rules.ts';
import { readOrder } from '#shared/modules/order/facts.ts';
import { order } from '#shared/modules/order/module.ts';
import { workorder } from '#shared/modules/workorder/module.ts';
import { signedFacts } from '#shared/modules/workorder/rules.ts';
import type { GateId } from '#shared/policy/gates.ts';
import { dayOfEvent, type Ask, type Asked } from './ask.ts';
import { balanceInTime } from './money-facts.ts';

export const contractAsks: Readonly<Record<string, Partial<Record<GateId, Ask>>>> = {
  [application.kind]: { 'G-01': submission('G-01'), 'G-02': submission('G-02'), 'G-05': submission('G-05'), 'G-12': submission('G-12') },
  [contract.kind]: {
    'G-03': concession('G-03'),
    'G-04': concession('G-04'),
    'G-11': async ({ read, after }) => {
      const form = await readAs(read, application, after.source);
      return form && applicationFacts(form);
    },
    'G-12': ({ after }) => termFacts(contract.read(after).body),
    'G-13': ({ before }) => before && clauseFacts(before),
    'G-14': ({ event }) => explainedFacts(event.data),
    'G-15': ({ before }) => before && countersignFacts(before),
    'G-16': ({ before }) => before && customerSignFacts(contract.read(before)),
    'G-18': ({ before, event }) => before && archiveFacts(before, dayOfEvent(event)),
    'G-19': ({ read, before }) => before && balanceFacts(read, contract.read(before)),
    'G-95': balanceInTime,
    'G-106': ({ before }) => before && handoverFacts(before),
  },
  [notice.kind]: {
    'G-17': underContract,
    'G-27': ({ read, before }) => before && productionFacts(read, notice.read(before)),
  },
  [workorder.kind]: {
    'G-17': underContract,
    'G-40': async ({ read, after }) => {
      const agreed = await readContract(read, after.source);
      return agreed && firstPaymentFacts(read, agreed);
    },
    'G-41': ({ before }) => before && signedFacts(before),
  },
};

/** G-17 of a dispatch note: of the order's contract. */
export const underOrdersContract: Ask = async ({ read, after, stamp }) => {
  const sale = await readOrder(read, after.source);
  return sale?.body.contract ? writtenContractFacts(read, {}, sale.body) : stamp.facts;
};

/** G-17 of an order; the policy of the day is the judge's. */
export const orderUnderContract: Ask = async ({ read, after, stamp }) => {
  const { body } = order.read(after);
  return body.contract ? writtenContractFacts(read, {}, body) : stamp.facts;
};

/** G-20 of an order under a contract: the number it bears is the contract's, and the contract was made from the form and binds. */
export const orderOnForm: Ask = async ({ read, after }) => {
  const { body } = order.read(after);
  const agreed = body.contract ? await readContract(read, body.contract) : null;
  return { contractNo: agreed !== null && agreed.no !== '' && agreed.no === body.contractNo, template: isInForce(agreed?.status ?? '') };
};

function submission(gate: 'G-01' | 'G-02' | 'G-05' | 'G-12'): Ask {
  return async ({ read, after, event }) => {
    const facts = await submissionFacts(read, application.read(after), dayOfEvent(event));
    return facts.ok ? (facts.value[gate] ?? null) : null;
  };
}

function concession(gate: 'G-03' | 'G-04'): Ask {
  return async ({ read, after }) => {
    const form = await readAs(read, application, after.source);
    return form ? ((await concessionFacts(read, form))[gate] ?? null) : null;
  };
}

/** What rests on a contract: it binds at that moment, whatever the desk had heard. */
async function underContract({ read, after }: Asked) {
  return inForceFacts(await readContract(read, after.source));
}
