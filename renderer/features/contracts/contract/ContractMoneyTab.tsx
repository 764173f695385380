import { useLive } from '#renderer/book/use-live.ts';
import { ContractMoney } from '#renderer/desk/contract-money/ContractMoney.tsx';
import { readContractAccount } from '#renderer/desk/contract-money/read-contract-account.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { StateView } from '#renderer/ui/StateView.tsx';
import type { ContractView } from './read-contract.ts';

/** The same figures as on the contract's account: plan, what came in, on which papers (PAY-01, CON-07). */
export function ContractMoneyTab({ view: { record } }: { view: ContractView }) {
  const { today } = useDesk();
  const account = useLive((read) => readContractAccount(read, record, today), ['contract-account', record.id, record.events.length, today]);
  return <StateView of={account}>{(value) => <ContractMoney account={value} />}</StateView>;
}
