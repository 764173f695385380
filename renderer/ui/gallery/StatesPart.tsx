import { IconReceipt } from '@tabler/icons-react';
import { ActionButton } from '../ActionButton.tsx';
import { Columns } from '../Columns.tsx';
import { Empty } from '../Empty.tsx';
import { ErrorBoundary } from '../ErrorBoundary.tsx';
import { Page } from '../Page.tsx';
import { Section } from '../Section.tsx';
import { StateView } from '../StateView.tsx';

export function StatesPart() {
  return (
    <Page title="状态">
      <Columns template="1fr 1fr">
        <Section title="加载">
          <StateView of={{ state: 'loading' }}>{() => null}</StateView>
        </Section>
        <Section title="失败">
          <StateView of={{ state: 'failed', problem: '本机日志无法写入：磁盘空间不足。', retry: () => undefined }}>{() => null}</StateView>
        </Section>
        <Section title="空">
          <Empty
            icon={<IconReceipt size={26} stroke={1.4} />}
            title="今天还没有销售单"
            hint="第一张单据从客户到店开始。"
            action={<ActionButton onAct={() => undefined}>新销售单</ActionButton>}
          />
        </Section>
        <Section title="故障">
          <ErrorBoundary>
            <Broken />
          </ErrorBoundary>
        </Section>
      </Columns>
    </Page>
  );
}

function Broken(): never {
  throw new TypeError('cannot read the balance of a closed book');
}
