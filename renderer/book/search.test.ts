import { describe, expect, it } from 'vitest';
import { mirror } from '#shared/core/ulid.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import { aCustomer } from './goods.fixture.ts';
import { readingsOf } from './pinyin-readings.ts';
import { createSearchIndex } from './search-index.ts';
import { searchKeyOf } from './search-key.ts';

let made = 0;
/** Each one a day newer than the one before. */
function aRecord(rest: Partial<AnyRecord> = {}): AnyRecord {
  made += 1;
  const id = `01ARZ3NDEKTSV4RRFFQ${String(made).padStart(7, '0')}`;
  const day = new Date(Date.UTC(2026, 0, 1) + made * 86_400_000).toISOString().slice(0, 10);
  return {
    id,
    kind: 'customer',
    v: 1,
    no: '',
    branch: 'HZ01',
    desk: 'HZ01-A',
    owner: '',
    party: '',
    source: '',
    day,
    seek: mirror(day.replaceAll('-', '') + id),
    status: 'prospect',
    amount: 0,
    title: '',
    body: aCustomer({ name: '', phone: '' }),
    events: [],
    ...rest,
  };
}

const aPersonNamed = (name: string, rest: Partial<AnyRecord> = {}, phone = '') =>
  aRecord({ title: name, body: aCustomer({ name: '', phone }), ...rest });

function searching(...records: AnyRecord[]) {
  const index = createSearchIndex();
  index.put(records.map(searchKeyOf));
  return (text: string, rest = {}) => index.search({ text, limit: 10, ...rest }).map((hit) => hit.title || hit.no);
}

describe('search [S8.3]', () => {
  it('finds a name by its characters, pinyin, initials and any part of them', () => {
    const find = searching(aPersonNamed('杭州远山贸易有限公司'), aPersonNamed('北京大宅门'));
    for (const text of ['杭州', '远山', 'hangzhou', 'HANGZHOU', 'yuanshan', 'hzys', 'ysmy', '公司', 'hzysmyyxgs'])
      expect(find(text), text).toEqual(['杭州远山贸易有限公司']);
    expect(find('shanghai')).toEqual([]);
    expect(find('')).toEqual([]);
    expect(find('  ')).toEqual([]);
  });

  it('knows characters of several readings as words, as a surname and alone', () => {
    const find = searching(aPersonNamed('重庆长沙商行'), aPersonNamed('单志强'), aPersonNamed('乐高玩具'), aPersonNamed('吕布'));
    for (const text of ['chongqing', 'cqcs', 'changsha', 'zhongqing']) expect(find(text), text).toEqual(['重庆长沙商行']);
    for (const text of ['shanzhiqiang', 'szq', 'danzhiqiang', 'dzq']) expect(find(text), text).toEqual(['单志强']);
    expect(find('legao')).toEqual(['乐高玩具']);
    expect(find('lvbu')).toEqual(['吕布']);
  });

  it('takes several words in any order, each by its own way', () => {
    const find = searching(aPersonNamed('杭州海鼎电器'), aPersonNamed('杭州远山'));
    expect(find('hz hd')).toEqual(['杭州海鼎电器']);
    expect(find('电器 hangzhou')).toEqual(['杭州海鼎电器']);
    expect(find('hz xx')).toEqual([]);
  });

  it('finds phone numbers by any digits, however spaced or wide', () => {
    const find = searching(aPersonNamed('李敏', {}, '139 0000-2222'), aPersonNamed('王强', {}, '+86 13800001234'));
    for (const text of ['13900002222', '139 0000 2222', '１３９', '2222', '139-0000-2222', '00022'])
      expect(find(text), text).toContain('李敏');
    expect(find('13800001234')).toEqual(['王强']);
    expect(find('138 0000 1234')).toEqual(['王强']);
  });

  it('finds printed numbers whole, by their end, and without dashes', () => {
    const find = searching(aRecord({ no: 'SK-HZ01-A-2611-0042' }), aRecord({ no: 'SK-HZ01-A-2611-0421' }));
    for (const text of ['SK-HZ01-A-2611-0042', 'sk-hz01-a-2611-0042', '0042', 'skhz01a26110042', 'sk 0042'])
      expect(find(text), text).toEqual(['SK-HZ01-A-2611-0042']);
  });

  it('puts the exact text first, then beginnings, then beginnings of words, then the rest; newer ones first among equals', () => {
    const find = searching(
      aPersonNamed('小a4b', {}),
      aPersonNamed('a4'),
      aPersonNamed('纸 a4 白'),
      aPersonNamed('a4 纸'),
      aPersonNamed('a4 板'),
      aPersonNamed('大xa4'),
    );
    expect(find('a4')).toEqual(['a4', 'a4 板', 'a4 纸', '纸 a4 白', '大xa4', '小a4b']);
    expect(find('a4', { limit: 2 })).toEqual(['a4', 'a4 板']);
  });

  it('keeps to the kinds asked for and leaves out what is withdrawn', () => {
    const find = searching(
      aPersonNamed('水壶', { kind: 'product', status: 'active', v: 99 }),
      aPersonNamed('水壶厂'),
      aPersonNamed('水壶盖', { status: 'withdrawn' }),
    );
    expect(find('水壶', { kinds: ['product'] })).toEqual(['水壶']);
    expect(find('水壶', { without: ['withdrawn'] })).toEqual(['水壶', '水壶厂']);
  });

  it('leaves out what is reached by another document: a verdict beside its paper', () => {
    const body = { judged: '01ARZ3NDEKTSV4RRFFQ0000001', judgedKind: 'order', judgedNo: 'XS-HZ01-A-2611-0007' };
    const find = searching(aRecord({ kind: 'verdict', title: body.judgedNo, body }));
    expect(find('XS-HZ01-A-2611-0007')).toEqual([]);
  });

  it('a change replaces the old text; what the store gives later does not bring it back', () => {
    const index = createSearchIndex();
    const old = aPersonNamed('旧名');
    index.put([searchKeyOf({ ...old, title: '新名' })]);
    index.offer([searchKeyOf(old)]);
    expect(index.search({ text: '旧名', limit: 5 })).toEqual([]);
    expect(index.search({ text: 'xinming', limit: 5 })).toHaveLength(1);
    expect(index.size()).toBe(1);
  });

  it('stays newest first, however the documents came in', () => {
    const records = Array.from({ length: 60 }, (_, at) => aPersonNamed(`a${at}`));
    const newestFirst = records.toReversed();
    const index = createSearchIndex();
    const keys = newestFirst.map(searchKeyOf);
    index.put(keys.slice(0, 1));
    index.offer(keys.slice(0, 20));
    index.offer(keys.slice(20, 40));
    index.put(keys.slice(55));
    index.offer(keys.slice(40));
    index.put(keys.slice(30, 31));
    const titles = index.search({ text: 'a', limit: 100 }).map(({ title }) => title);
    expect(titles).toEqual(newestFirst.map(({ title }) => title));
    expect(index.size()).toBe(60);
  });

  it('a document of an unknown kind is found by number and title', () => {
    const find = searching(aRecord({ kind: 'hologram', title: '全息', body: { name: 7 } }));
    expect(find('quanxi')).toEqual(['全息']);
  });
});

describe('readings', () => {
  it('of plain names are one; of names with characters of several readings up to three', () => {
    expect(readingsOf('杭州')).toEqual([{ full: 'hangzhou', initials: 'hz' }]);
    expect(readingsOf('单志强').map(({ full }) => full)).toEqual(['danzhiqiang', 'shanzhiqiang']);
    expect(readingsOf('a4纸')).toEqual([{ full: 'a4zhi', initials: 'a4z' }]);
  });
});
