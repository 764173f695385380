import { chip, isUpToDate, joinCentre, joinFromSettings } from './centre.ts';
import { card, chooseCustomer, commitDialog, enterGoods, enterPlan, heading, inMarch as test, picture, sign, take } from './chain.ts';
import { expect, type OpenDesk } from './desk.ts';
import { readPaper, unspaced } from './paper-text.ts';

test('a contract of 300,000 yuan goes from the sales policy to the commission through three desks, one of them away for a day [MFG-01 MFG-02 MFG-03 MFG-04 QPA-01 QPA-04 QPA-05 CON-01 CON-02 CON-03 CON-04 CON-05 CON-06 CON-07 CON-08 CON-10 ORD-06 STK-09 AFS-05 AFS-06 PAY-01 PAY-02 PAY-05 PAY-10 STF-09 G-01 G-03 G-11 G-13 G-14 G-15 G-16 G-27 G-28 G-39 G-40 G-41 G-42 G-43 G-45 G-106]', async ({
  centre,
  newDesk,
  clock,
}) => {
  test.setTimeout(900_000);
  let path = '';
  let no = '';
  const a = await newDesk({ withShop: true });
  const b = await newDesk();
  const c = await newDesk();
  const line = await centre.line();
  const openContract = async (desk: OpenDesk) => {
    await desk.open(path);
    await expect(heading(desk.page, no)).toBeVisible({ timeout: 30_000 });
  };

  await test.step('three desks of the branch join one centre', async () => {
    await centre.run('branch', 'add', 'HZ01', '西湖门店');
    const codes = [
      await centre.enrol('HZ01', '--letter', 'A', '--replaces', 'Z'),
      await centre.enrol('HZ01', '--letter', 'B'),
      await centre.enrol('HZ01', '--letter', 'C'),
    ] as const;
    await picture(a, 'enrolled');
    await joinFromSettings(a, centre, codes[0]);
    await a.signIn('王店长');
    await isUpToDate(a);
    await picture(a, 'joined-a');
    await b.page.getByText('加入中心', { exact: true }).click();
    await joinCentre(b.page, centre, codes[1]);
    await c.page.getByText('加入中心', { exact: true }).click();
    await joinCentre(c.page, line, codes[2]);
    await b.signIn('郑慧兰');
    await isUpToDate(b);
    await c.signIn('赵强');
    await isUpToDate(c);
    await picture(a, 'joined');
  });

  await test.step('the meeting decides a policy, the general manager issues it', async () => {
    const { page } = a;
    await a.signIn('蒋明辉');
    await a.open('/policies/new');
    await expect(heading(page, /起草销售政策/)).toBeVisible();
    await page.getByLabel('改什么，为什么改').fill('二季度：让利 3% 以上须销售副总签批，部门提成万分之五十');
    await page.getByLabel('报价单、订单上的付款提示').fill('合同签订后三日内付首期款，余款按约定日期付清。');
    await page.getByLabel('查找限额').fill('大额');
    await page.getByLabel('大额优惠起点').fill('3');
    await page.keyboard.press('Control+Enter');
    await expect(heading(page, '销售政策 第 2 版')).toBeVisible();
    await page.keyboard.press('Control+Enter');
    await commitDialog(page, /会议决定/, async (dialog) => {
      const present = dialog.getByRole('combobox', { name: '到会人员' });
      for (const name of ['何振华', '蒋明辉', '苏静怡']) {
        await present.fill(name);
        await page.keyboard.press('Enter');
      }
      await dialog.getByLabel('决定内容').fill('同意二季度销售政策');
    });
    await a.signIn('何振华');
    await page.getByRole('button', { name: '签发' }).click();
    await expect(heading(page, '销售政策 第 2 版')).toBeVisible();
    await page.keyboard.press('Control+Enter');
    await page.getByRole('dialog').getByRole('button', { name: '签发' }).click();
    await expect(page.getByText('第 2 版已签发')).toBeVisible();
    await picture(a, 'policy');
  });

  await test.step('an offer four per cent below the policy goes to two signers and to the customer', async () => {
    const { page } = a;
    await a.signIn('小王');
    await a.open('/quotations/new');
    await expect(heading(page, '新报价单')).toBeVisible();
    await chooseCustomer(page, 'hengtong');
    await enterGoods(page, [
      { find: 'D-50010', quantity: '2', price: '90000' },
      { find: 'D-50020', quantity: '5', price: '24000' },
    ]);
    await page.getByLabel('客户需求').fill('新厂房配电，四月送电');
    await page.getByLabel('方案如何满足').fill('变压器与配电柜成套，含安装');
    await page.getByLabel('低于政策价的原因').fill('工程成套，竞争项目');
    await page.keyboard.press('Control+Enter');
    await expect(heading(page, /^BJ-/)).toBeVisible();
    await page.keyboard.press('Control+Enter');
    await commitDialog(page, /送审/, (dialog) => dialog.getByLabel('给签批人的说明').fill('同行报 29.8 万，让 4% 可以成交'));
    await sign(a, '王店长', /^签批 BJ-/);
    await sign(a, '蒋明辉', /^签批 BJ-/, '同意，注意回款');
    await a.signIn('小王');
    await a.open('/quotations');
    await page.getByRole('row', { name: /恒通/ }).click();
    await expect(heading(page, /^BJ-/)).toBeVisible();
    await page.keyboard.press('Control+Enter');
    await commitDialog(page, /发给客户/);
    await expect(page.getByRole('button', { name: '客户接受' })).toBeVisible();
    await page.keyboard.press('Control+Enter');
    await commitDialog(page, /客户接受/);
    await picture(a, 'quotation-accepted');
  });

  await test.step('the application is filled in from it and signed by the chain', async () => {
    const { page } = a;
    await expect(page.getByRole('button', { name: '合同申报' })).toBeVisible();
    await page.keyboard.press('Control+Enter');
    await expect(heading(page, '新合同申报')).toBeVisible();
    await expect(page.getByText('300,000.00').first()).toBeVisible();
    await enterPlan(page, [
      ['首', '2026-03-06', '90000'],
      ['进度', '2026-03-20', '180000'],
      ['尾', '2026-03-28', '30000'],
    ]);
    await page.getByLabel('需现场施工').check();
    await page.getByLabel('交货期').fill('2026-03-18');
    await page.getByLabel('付款方式').fill('银行转账');
    await page.getByLabel('订单意向').fill('客户定于四月送电，要求含安装调试');
    await picture(a, 'application-entry');
    await page.keyboard.press('Control+Enter');
    await expect(heading(page, /^SB-/)).toBeVisible();
    await expect(page.getByText(/等待销售主管签批/)).toBeVisible();
    await picture(a, 'application');
    await sign(a, '王店长', /^签批 SB-/);
    await sign(a, '苏静怡', /^签批 SB-/);
    await sign(a, '何振华', /^签批 SB-/);
    await a.signIn('小王');
    await a.open('/applications');
    await page.getByRole('row', { name: /恒通/ }).click();
    await expect(heading(page, /^SB-/)).toBeVisible();
    await picture(a, 'application-approved');
  });

  await test.step('the contract is drawn up, gone through, countersigned by sales and finance, sealed and in force', async () => {
    const { page } = a;
    await page.keyboard.press('Control+Enter');
    await commitDialog(page, /草拟合同/, async (dialog) => {
      await dialog.getByLabel('签订地点').fill('杭州市西湖区');
      await dialog.getByLabel('备注').fill('尾款于验收后付清');
    });
    await expect(heading(page, /^HT-/)).toBeVisible();
    no = (await heading(page, /^HT-/).textContent()) ?? '';
    path = new URL(page.url()).hash.slice(1);
    await picture(a, 'contract-drawn');
    await page.keyboard.press('Control+Enter');
    await commitDialog(page, /核对条款/, async (dialog) => dialog.getByLabel('各条款均已核对').check());
    await picture(a, 'contract-checked');
    await take(page, '会签', '向客户说明并送会签');
    await commitDialog(page, /向客户说明/);
    await a.signIn('王店长');
    await openContract(a);
    await take(page, '会签', '销售主管会签');
    await expect(card(page, '会签')).toContainText('待财务');
    await b.signIn('郑慧兰');
    await openContract(b);
    await take(b.page, '会签', '财务会签');
    await expect(card(b.page, '会签')).toContainText('已办');
    await a.signIn('小王');
    await openContract(a);
    await expect(card(page, '用印')).toContainText('待办');
    await take(page, '用印', '盖合同章');
    await commitDialog(page, /盖合同章/, (dialog) => dialog.getByLabel('用印份数').fill('4'));
    await take(page, '生效', '登记客户签章');
    await commitDialog(page, /登记客户签章/, async (dialog) => {
      await dialog.getByLabel('签字人').fill('周正平');
      await dialog.getByLabel('已盖单位公章').check();
      await dialog.getByLabel('已签字').check();
    });
    await take(page, '生效', '合同生效');
    await expect(card(page, '生效')).toContainText('已办');
    await picture(a, 'contract-in-force');
    await take(page, '归档', '归档');
    await commitDialog(page, /归档/, (dialog) => dialog.getByLabel('存放位置').fill('合同柜 2-11'));
    await take(page, '移交', '移交合同部门');
    await commitDialog(page, /移交/, (dialog) => dialog.getByLabel('接收人').fill('卢晓峰'));
    await page.keyboard.press('Control+p');
    const paper = unspaced(await readPaper(page));
    expect(paper).toContain(no);
    expect(paper).toContain('叁拾万元整');
  });

  await test.step('the planner acknowledges and writes the production notice, the deputy for sales issues it', async () => {
    const { page } = a;
    await a.signIn('卢晓峰');
    await openContract(a);
    await take(page, '移交', '签收移交');
    await take(page, '生产通知', '开生产通知单');
    await commitDialog(page, /生产通知单/, async (dialog) => {
      await dialog.getByLabel('完工日期').fill('2026-03-12');
      await dialog.getByLabel('分厂').fill('一分厂');
    });
    await picture(a, 'notice');
    await sign(a, '蒋明辉', /^签批 SC-/);
    await c.signIn('钟铁生');
    await openContract(c);
    await expect(card(c.page, '生产通知')).toContainText('已办');
    await picture(c, 'c-notice');
  });

  await test.step('the warehouse is cut off for a day: it goes on by itself, and so do the others', async () => {
    line.cut();
    await clock.moveTo('2026-03-03T09:00');
    await take(c.page, '生产', /开始生产/);
    await expect(card(c.page, '生产')).toContainText('0 / 7');
    await picture(c, 'c-started');
    await c.signIn('赵强');
    await openContract(c);
    await take(c.page, '成品入库', /成品入库/);
    await commitDialog(c.page, /成品入库/, async (dialog) => {
      await dialog.getByLabel('来单号').fill('CK2603-017');
      await dialog.getByLabel('合格证号').fill('HGZ-26030317');
    });
    await picture(c, 'c-received');
    await b.signIn('郑慧兰');
    await openContract(b);
    await take(b.page, '回款', '收款');
    await commitDialog(b.page, /收合同/);
    await picture(b, 'b-receipt');
    await readPaper(b.page);
    await expect(chip(c)).toHaveAccessibleName(/离线|待发/, { timeout: 60_000 });
    await picture(c, 'c-offline');
    await openContract(a);
    await picture(a, 'a-while-offline');
  });

  await test.step('the next morning it is back', async () => {
    await clock.moveTo('2026-03-04T08:40');
    line.mend();
    await c.open('/sync');
    await c.page.getByRole('button', { name: '立即同步' }).click();
    await isUpToDate(c);
    await openContract(a);
    await expect(card(a.page, '成品入库')).toContainText('已办', { timeout: 30_000 });
    await openContract(c);
    await expect(card(c.page, '回款')).toContainText('90,000');
    await picture(c, 'c-back');
  });

  await test.step('the goods go out: order, dispatch note, stock-out, gate pass, signed copy', async () => {
    const { page } = a;
    await a.signIn('小王');
    await openContract(a);
    await take(page, '发货', '开发货订单');
    await commitDialog(page, /开发货订单/);
    await picture(a, 'order-made');
    await a.signIn('王店长');
    await a.open('/approvals');
    await page.getByLabel('三项均符合').click();
    await page.getByRole('button', { name: '审核通过' }).click();
    await expect(page.getByText(/XS-.* 已审核放行/)).toBeVisible();
    await a.signIn('小王');
    await a.open('/counter');
    await page.getByRole('button', { name: '开发货单', exact: true }).click();
    await page.getByLabel('车牌号').fill('浙A·12345');
    await page.getByLabel('司机').fill('陈师傅');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('heading', { name: '等待销售主管签批' })).toBeVisible();
    await a.signIn('王店长');
    await a.open('/approvals');
    await page.getByRole('button', { name: '放行', exact: true }).click();
    await expect(page.getByText(/FH-.* 已放行/)).toBeVisible();

    await c.signIn('赵强');
    await c.open('/warehouse');
    await c.page.getByRole('button', { name: '出库', exact: true }).click();
    await c.page.getByLabel('实点 干式变压器').fill('2');
    await c.page.getByLabel('实点 低压配电柜').fill('5');
    await picture(c, 'c-stockout');
    await c.page.keyboard.press('Control+Enter');
    expect(unspaced(await readPaper(c.page))).toContain('出库单');
    await c.page.getByLabel('件数').fill('7');
    await c.page.keyboard.press('Control+Enter');
    expect(unspaced(await readPaper(c.page))).toContain('出门证');
    await c.signIn('老秦');
    await c.page.getByRole('button', { name: /浙A·12345/ }).click();
    await c.page.getByRole('button', { name: '就是 浙A·12345' }).click();
    await c.page.getByRole('button', { name: '登记放行' }).click();
    await expect(c.page.getByText('已放行')).toBeVisible();
    await c.signIn('赵强');
    await c.open('/warehouse');
    await c.page.getByRole('button', { name: '签收', exact: true }).click();
    await c.page.getByLabel('签收人').fill('周正平');
    await c.page.getByText('仅存纸质', { exact: true }).click();
    await c.page.keyboard.press('Control+Enter');
    await expect(c.page.getByText('客户已签收').first()).toBeVisible();
    await b.signIn('郑慧兰');
    await b.open('/finance?tab=copies');
    await b.page.getByRole('button', { name: '入账' }).click();
    await expect(b.page.getByRole('button', { name: '入账' })).toBeHidden();
    await openContract(b);
    await expect(card(b.page, '发货')).toContainText('已办');
    await picture(b, 'b-booked');
  });

  await test.step('the technician works at the site and the customer accepts', async () => {
    const { page } = a;
    await a.signIn('小王');
    await openContract(a);
    await take(page, '现场施工', '开派工单');
    await commitDialog(page, /派工单/, async (dialog) => {
      await dialog.getByLabel('施工内容').fill('变压器、配电柜就位、接线、送电调试');
      await dialog.getByLabel('要求日期').fill('2026-03-06');
    });
    await a.signIn('王店长');
    await openContract(a);
    await take(page, '现场施工', /^签字/);
    await a.signIn('小王');
    await openContract(a);
    await take(page, '现场施工', /^安排施工/);
    await commitDialog(page, /安排施工/, async (dialog) => {
      await dialog.getByRole('combobox', { name: '施工人员' }).click();
      await page.getByRole('option', { name: '丁海涛' }).click();
      await page.keyboard.press('Escape');
    });
    await picture(a, 'work-scheduled');
    await clock.moveTo('2026-03-06T15:00');
    await c.signIn('丁海涛');
    await openContract(c);
    await take(c.page, '现场施工', /^完工/);
    await commitDialog(c.page, /完工/, (dialog) => dialog.getByLabel('完成情况').fill('现场已清理'));
    await take(c.page, '验收', /验收报告/);
    await commitDialog(c.page, /验收报告/, async (dialog) => {
      await dialog.getByRole('textbox', { name: '第 1 行 项目' }).fill('空载试运行 2 h');
      await picture(c, 'c-acceptance');
    });
    await take(c.page, '验收', /^客户签字/);
    await commitDialog(c.page, /客户签字/, (dialog) => dialog.getByLabel('签字人').fill('周正平'));
    await expect(card(c.page, '验收')).toContainText('已办');
    await picture(c, 'c-accepted');
  });

  await test.step('60 % is in: the invoice is asked for, checked, signed and issued', async () => {
    const { page } = a;
    await clock.moveTo('2026-03-18T09:30');
    await b.signIn('郑慧兰');
    await openContract(b);
    await take(b.page, '回款', '收款');
    await commitDialog(b.page, /收合同/);
    await readPaper(b.page);
    await a.signIn('小王');
    await openContract(a);
    await take(page, '尾款结清', '转收尾款');
    await expect(card(page, '回款')).toContainText('已办');
    await a.open(path.replace('/contracts/', '/accounts/contracts/'));
    await picture(a, 'a-account');
    await page.getByRole('button', { name: '申请开票' }).click();
    await commitDialog(page, /申请开票/, async (dialog) => {
      await dialog.getByLabel('税号').fill('91330206MA2AAAAA1X');
      await picture(a, 'a-invoice');
    });
    const paper = unspaced(await readPaper(page));
    expect(paper).toContain('300,000.00');
    await expect(heading(page, /FP-/)).toBeVisible();
    await sign(b, '郑慧兰', /^签批 FP-/);
    await sign(b, '苏静怡', /^签批 FP-/);
    await picture(b, 'b-invoice-signed');
    await b.signIn('郑慧兰');
    await b.open('/accounts/invoices');
    await b.page.getByRole('row', { name: /恒通/ }).click();
    await expect(heading(b.page, /FP-/)).toBeVisible();
    await b.page.keyboard.press('Control+Enter');
    await commitDialog(b.page, /登记已开发票/, (dialog) => dialog.getByLabel('发票号码').fill('26332000000012345678'));
    await expect(b.page.getByRole('button', { name: /^交客户/ })).toBeVisible();
    await b.page.keyboard.press('Control+Enter');
    await commitDialog(b.page, /交客户/, (dialog) => dialog.getByLabel('谁签收了发票').fill('周正平'));
    await picture(b, 'b-invoice-delivered');
  });

  await test.step('the balance comes and the contract is settled', async () => {
    await clock.moveTo('2026-03-27T10:00');
    await openContract(b);
    await take(b.page, '尾款结清', '收款');
    await commitDialog(b.page, /收合同/);
    expect(unspaced(await readPaper(b.page))).toContain('叁万元整');
    await take(b.page, '尾款结清', '结清');
    await expect(card(b.page, '尾款结清')).toContainText('已办');
    await picture(b, 'b-closed');
  });

  await test.step('after the end of the month sales and finance sign that both ledgers agree', async () => {
    await clock.moveTo('2026-04-02T09:00');
    await b.open('/accounts/ledgers');
    await expect(b.page.getByText('两账相符').first()).toBeVisible();
    await b.page.getByRole('button', { name: '编制对账表' }).click();
    await expect(heading(b.page, /YJ-/)).toBeVisible();
    await picture(b, 'b-closing');
    await a.signIn('王店长');
    await a.open('/accounts/ledgers');
    await a.page.getByRole('button', { name: '打开对账表' }).click();
    await expect(heading(a.page, /YJ-/)).toBeVisible();
    await a.page.keyboard.press('Control+Enter');
    await expect(a.page.getByText('待财务签字').first()).toBeVisible();
    await expect(b.page.getByText('待财务签字').first()).toBeVisible();
    await b.page.keyboard.press('Control+Enter');
    await expect(b.page.getByText('已月结').first()).toBeVisible();
    await picture(b, 'b-closing-signed');
  });

  await test.step('the commission sheet goes through finance, its deputy and the general manager', async () => {
    await a.signIn('小王');
    await a.open('/accounts/commission');
    await a.page.getByRole('button', { name: '填提成单' }).click();
    await commitDialog(a.page, '填提成单');
    const paper = unspaced(await readPaper(a.page));
    expect(paper).toContain('2,400.00');
    await expect(heading(a.page, /TC-/)).toBeVisible();
    const sheet = new URL(a.page.url()).hash.slice(1);
    await sign(b, '郑慧兰', /^签批 TC-/);
    await sign(b, '苏静怡', /^签批 TC-/);
    await sign(a, '何振华', /^签批 TC-/);
    await b.signIn('郑慧兰');
    await b.open(sheet);
    await expect(b.page.getByRole('button', { name: '兑现' })).toBeEnabled();
    await b.page.keyboard.press('Control+Enter');
    await commitDialog(b.page, /兑现/);
    await expect(b.page.getByText('已兑现').first()).toBeVisible();
    await picture(b, 'b-commission');
  });

  await test.step('at the end every desk shows the same: all done, settled, nothing returned by the centre', async () => {
    await a.signIn('小王');
    await c.signIn('钟铁生');
    for (const desk of [a, b, c]) {
      await openContract(desk);
      await expect(desk.page.getByRole('group', { name: '合同全程' }).getByRole('button')).toHaveCount(19);
      for (const one of await desk.page.getByRole('group', { name: '合同全程' }).getByRole('button').all())
        await expect(one).toHaveAttribute('data-state', 'done', { timeout: 30_000 });
      await isUpToDate(desk);
    }
    const pictures = await Promise.all([a, b, c].map(({ page }) => page.getByRole('group', { name: '合同全程' }).innerText()));
    expect(new Set(pictures).size).toBe(1);
    await picture(a, 'end-a');
    await c.open('/sync');
    await picture(c, 'end-c-sync');
    await a.open('/sync');
    await picture(a, 'end-a-sync');
  });
});
