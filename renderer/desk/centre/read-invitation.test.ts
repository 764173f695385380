import { describe, expect, it } from 'vitest';
import { readEnrolmentCode } from '#shared/exchange/enrolment-code.ts';
import { isOpenToAll, readAddress, splitInvitation } from './read-invitation.ts';

describe('an address of a centre', () => {
  it.each([
    ['https://centre.example.com/', 'https://centre.example.com'],
    [' Centre.Example.com ', 'https://centre.example.com'],
    ['ｈｔｔｐｓ：／／centre。example。com', 'https://centre.example.com'],
    ['https://example.com/couch/', 'https://example.com/couch'],
    ['192.168.1.5:5984', 'http://192.168.1.5:5984'],
    ['localhost:5984', 'http://localhost:5984'],
    ['http://centre.example.com', 'http://centre.example.com'],
    ['server:5984', 'http://server:5984'],
    ['172.20.0.9', 'http://172.20.0.9'],
  ])('%s is read as %s', (typed, address) => {
    expect(readAddress(typed)).toBe(address);
  });

  it.each(['', '中心', 'ftp://centre.example.com', 'https://', 'two words', 'HZ01-A-7K4MP-9QXDT-3WVNC'])('%s is none', (typed) => {
    expect(readAddress(typed)).toBeNull();
  });

  it('without encryption belongs into the own network', () => {
    expect(isOpenToAll('http://centre.example.com')).toBe(true);
    expect(isOpenToAll('http://192.168.1.5:5984')).toBe(false);
    expect(isOpenToAll('https://centre.example.com')).toBe(false);
  });
});

it('takes address and code out of what was pasted in one piece', () => {
  const both = { address: 'https://centre.example.com', code: 'HZ01-A-7K4MP-9QXDT-3WVNC' };
  expect(splitInvitation('https://centre.example.com/ HZ01-A-7K4MP-9QXDT-3WVNC')).toEqual(both);
  expect(splitInvitation('地址：https://centre.example.com\n加入码：HZ01-A-7K4MP-9QXDT-3WVNC')).toEqual(both);
  expect(splitInvitation('https://centre.example.com')).toBeNull();
});

it.each(['HZ01-A-7K4MP-9QXDT-3WVNC', 'hz01a7k4mp9qxdt3wvnc', ' ＨＺ01－A－7k4mp 9qxdt 3wvnc', 'HZ01—A—7K4MP—9QXDT—3WVNC'])(
  'reads %s as a code',
  (typed) => {
    expect(readEnrolmentCode(typed)).toMatchObject({ deskCode: 'HZ01-A', password: '7K4MP-9QXDT-3WVNC' });
  },
);
