import { describe, expect, it } from 'vitest';
import { readCommandLine } from './command-line.ts';
import { centralWords } from './words.ts';

const read = (line: string, env: NodeJS.ProcessEnv = {}) => readCommandLine(line.split(' ').filter(Boolean), env, 'linux');
const commandOf = (line: string) => {
  const found = read(line);
  return found.ok ? found.value.command : found.refusal.code;
};

describe('the command line of the centre', () => {
  it('reads codes in small letters, names of several words and lists of letters', () => {
    expect(commandOf('')).toEqual({ is: 'start' });
    expect(commandOf('branch add hz01 West Lake shop --head-office')).toEqual({
      is: 'branch add',
      code: 'HZ01',
      name: 'West Lake shop',
      headOffice: true,
    });
    expect(commandOf('desk enrol hz01 --letter b --replaces a,c --hours 2')).toEqual({
      is: 'desk enrol',
      branch: 'HZ01',
      letter: 'B',
      headOffice: false,
      replaces: ['A', 'C'],
      hours: 2,
    });
    expect(commandOf('desk revoke hz01-a')).toEqual({ is: 'desk revoke', desk: 'HZ01-A', heir: '' });
    expect(commandOf('desk revoke hz01-a --heir hz01-b')).toEqual({ is: 'desk revoke', desk: 'HZ01-A', heir: 'HZ01-B' });
    expect(commandOf('secrets rotate')).toMatchObject({ desk: '' });
    expect(commandOf('conflicts --heal')).toEqual({ is: 'conflicts', heal: true });
  });

  it('refuses what makes no sense, with words for it in both languages', () => {
    const wrong = ['nope', 'branch add HZ01', 'branch', 'desk enrol', 'backup', '--port x', '--hours 0', '--url x', '--oldest 1', '--nope'];
    for (const line of wrong) {
      const code = commandOf(line);
      expect(centralWords['zh-CN'].refused, line).toHaveProperty(String(code));
      expect(centralWords.en.refused, line).toHaveProperty(String(code));
    }
  });

  it('speaks Chinese unless the system or an option says English', () => {
    const languageOf = (line: string, env: NodeJS.ProcessEnv = {}) => {
      const found = read(line, env);
      return found.ok ? found.value.language : '';
    };
    expect(languageOf('')).toBe('zh-CN');
    expect(languageOf('', { LANG: 'en_US.UTF-8' })).toBe('en');
    expect(languageOf('--language zh-CN', { LANG: 'en_US.UTF-8' })).toBe('zh-CN');
  });
});
