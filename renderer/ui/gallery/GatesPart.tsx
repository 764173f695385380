import type { GateOutcome } from '#shared/policy/gate.ts';
import { Columns } from '../Columns.tsx';
import { GateNotice } from '../GateNotice.tsx';
import { Page } from '../Page.tsx';
import { RefusalView } from '../RefusalView.tsx';
import { Section } from '../Section.tsx';

const outcome = (
  gate: string,
  result: GateOutcome['result'],
  values: GateOutcome['values'],
  override: GateOutcome['override'],
): GateOutcome => ({
  gate,
  result,
  values,
  override,
  stamp: { gate, version: 3, result, facts: {} },
});

export function GatesPart() {
  return (
    <Page title="规则">
      <Columns template="1fr 1fr">
        <Section title="营业员，需主管放行">
          <GateNotice
            outcomes={[
              outcome('G-07', 'blocked', { open: 900_000, sale: 350_000, limit: 1_000_000, over: 250_000, overdueDays: 12 }, [
                'finance',
                'manager',
              ]),
              outcome('G-02', 'blocked', { lines: 2, price: 34_000, floor: 35_000, name: '电压力锅' }, ['manager']),
            ]}
            release={{
              actor: { id: 's1', name: '王小明', roles: ['salesperson'] },
              others: [
                { id: 'm1', name: '陈经理', roles: ['manager'] },
                { id: 'm2', name: '周经理', roles: ['manager'] },
              ],
              onRelease: () => undefined,
              verify: async () => ({ right: false, waitSeconds: 0, triesLeft: 4 }),
            }}
          />
        </Section>
        <div>
          <Section title="无人可放行，另有提醒">
            <GateNotice
              outcomes={[
                outcome('G-36', 'blocked', { due: 25_900, received: 0, missing: 25_900 }, []),
                outcome('G-21', 'blocked', { missing: 'price,delivery', count: 2 }, []),
                outcome('G-38', 'warned', { held: 128_000, since: '2026-11-23' }, ['finance']),
              ]}
            />
          </Section>
          <Section title="拒绝">
            <RefusalView refusal={{ code: 'MoreThanDue', values: { due: 25_900, amount: 30_000 } }} />
            <div style={{ height: 8 }} />
            <RefusalView refusal={{ code: 'NotEnoughStock', values: { name: '保温杯', there: 2000, wanted: 5500 } }} />
            <div style={{ height: 8 }} />
            <RefusalView refusal={{ code: 'PostMayNot', values: { posts: 'cashier,finance' } }} />
          </Section>
        </div>
      </Columns>
    </Page>
  );
}
