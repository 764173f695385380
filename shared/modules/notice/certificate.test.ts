import { describe, expect, it } from 'vitest';
import { aPerson } from '#shared/documents/memory-book.fixture.ts';
import { keeper, refusal, value } from '../branch.fixture.ts';
import { chainOf } from '../contract/chain.ts';
import { aCompany, anEffective, dgmSales, planner, plant } from '../contract/contract.fixture.ts';
import { readContract } from '../contract/facts.ts';
import { decideOn } from '../decisions.ts';
import { reverseInbound } from '../inbound/rules.ts';
import { certifyLot, openCertificates, toCertify } from './certificate.ts';
import { notice } from './module.ts';
import { receiveProduction, startProduction, writeNotice } from './rules.ts';

const inspector = aPerson('质检员', 'quality');
const lot = (quantity: number, certificateNo: string) => ({ lines: [{ line: 0, quantity }], certificateNo, certificate: '' });
const into = { location: 'shop', slipNo: 'CK-1', notes: '' };

async function inProduction() {
  const { book, party } = await aCompany();
  const contract = await anEffective(book, party);
  const wanted = { lines: [{ line: 0, quantity: 10_000 }], due: '2026-11-28', plant: '一分厂', notes: '' };
  const { notice: id } = value(await book.run(planner, writeNotice(contract, wanted))).answer;
  value(await book.run(dgmSales, decideOn(id, { verb: 'sign', comment: '' })));
  const paper = async () => notice.read((await book.get(id)) ?? expect.fail());
  const turn = async () => {
    const record = (await readContract(book, contract)) ?? expect.fail();
    const { today, policy } = book.moment(planner);
    return (await chainOf(record, book, { today, offsetMinutes: 480, policy })).find(({ step }) => step === 'stock')?.waiting;
  };
  return { book, id, paper, turn };
}

describe('the certificate of a lot', () => {
  it('is made out by the quality section alone, for what is being made, and never twice under one number [STK-09 MFG-03 G-28]', async () => {
    const { book, id, paper } = await inProduction();
    expect(refusal(await book.run(inspector, certifyLot(id, lot(4000, 'HGZ-1')))).code).toBe('NotInProduction');
    value(await book.run(plant, startProduction(id)));
    expect(refusal(await book.run(plant, certifyLot(id, lot(4000, 'HGZ-1'))))).toMatchObject({ code: 'PostMayNot' });
    expect(refusal(await book.run(inspector, certifyLot(id, lot(4000, ' ')))).code).toBe('CertificateNoMissing');
    value(await book.run(inspector, certifyLot(id, lot(4000, 'HGZ-1'))));
    expect(refusal(await book.run(inspector, certifyLot(id, lot(1000, 'HGZ-1')))).code).toBe('CertificateKnown');
    expect(refusal(await book.run(inspector, certifyLot(id, lot(6001, 'HGZ-2'))))).toMatchObject({
      code: 'MoreThanAgreed',
      values: { open: 6000 },
    });
    value(await book.run(inspector, certifyLot(id, lot(6000, 'HGZ-2'))));
    expect(await toCertify(book, await paper())).toEqual(new Map([[0, 0]]));
  });

  it('waits for its lot to come in, and again when that was entered wrongly [STK-09 MFG-01 G-28]', async () => {
    const { book, id, paper, turn } = await inProduction();
    value(await book.run(plant, startProduction(id)));
    expect(await turn()).toEqual(['quality', 'warehouse']);
    value(await book.run(inspector, certifyLot(id, lot(4000, 'HGZ-1'))));
    expect(await turn()).toEqual(['warehouse']);
    const [certificate] = await openCertificates(book, await paper());
    expect(certificate).toMatchObject({ by: inspector.id, certificateNo: 'HGZ-1', lines: [{ line: 0, quantity: 4000 }] });
    const { inbound } = value(await book.run(plant, receiveProduction(id, { ...into, ...lot(4000, 'HGZ-1') }))).answer;
    expect(await openCertificates(book, await paper())).toEqual([]);
    expect(await turn()).toEqual(['quality', 'warehouse']);
    expect(await toCertify(book, await paper())).toEqual(new Map([[0, 6000]]));
    value(await book.run(keeper, reverseInbound(inbound, '数量点错')));
    expect(await openCertificates(book, await paper())).toHaveLength(1);
    expect(await toCertify(book, await paper())).toEqual(new Map([[0, 6000]]));
  });
});
