import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { Columns } from '../Columns.tsx';
import { DayInput } from '../DayInput.tsx';
import { FormGrid, WideRow } from '../FormGrid.tsx';
import { MoneyInput } from '../MoneyInput.tsx';
import { Page } from '../Page.tsx';
import { PhotoInput, type Photo } from '../PhotoInput.tsx';
import { PinPad } from '../PinPad.tsx';
import { QuantityInput } from '../QuantityInput.tsx';
import { RecordPicker, type Choice } from '../RecordPicker.tsx';
import { Section } from '../Section.tsx';
import { SignaturePad } from '../SignaturePad.tsx';
import { findProducts, TODAY } from './sample.ts';

export function InputsPart() {
  const [money, setMoney] = useState<number | null>(123_450);
  const [quantity, setQuantity] = useState<number | null>(1500);
  const [day, setDay] = useState(TODAY);
  const [choice, setChoice] = useState<Choice | null>(null);
  const [photos, setPhotos] = useState<readonly Photo[]>([{ name: '签收联-0042.pdf', type: 'application/pdf', bytes: new Uint8Array() }]);
  return (
    <Page title="输入">
      <Columns template="1fr 260px">
        <div>
          <Section title="表单">
            <FormGrid columns={3}>
              <MoneyInput label="实收" value={money} onChange={setMoney} required />
              <MoneyInput label="找零" value={money} onChange={setMoney} error="与应收不符，差 ¥3.00" />
              <QuantityInput label="数量" value={quantity} onChange={setQuantity} unit="吨" />
              <DayInput label="送货日" value={day} onChange={setDay} today={TODAY} />
              <DayInput label="到期日" value="" onChange={() => undefined} today={TODAY} disabled />
              <RecordPicker label="商品" value={choice} onChange={setChoice} search={findProducts} onCreate={() => undefined} />
              <WideRow>
                <TextInput label="地址" defaultValue="浙江省杭州市西湖区文三路 478 号" />
              </WideRow>
            </FormGrid>
          </Section>
          <Section title="签收">
            <FormGrid>
              <SignaturePad label="客户签名" onChange={() => undefined} />
              <PhotoInput label="签收联照片" photos={photos} onChange={setPhotos} required />
            </FormGrid>
          </Section>
        </div>
        <Section title="登录">
          <PinPad label="王小明的口令" onPin={async () => ({ right: false, waitSeconds: 0, triesLeft: 3 })} />
        </Section>
      </Columns>
    </Page>
  );
}
