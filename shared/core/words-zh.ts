import type { Fen } from './money.ts';

const DIGITS = '零壹贰叁肆伍陆柒捌玖';
const PLACES = ['', '拾', '佰', '仟'];
const GROUPS = ['', '万', '亿', '万'];

/**
 * 人民币大写 of an amount in fen, by the filling rules for payment instruments (支付结算办法, annex 1):
 * 整 after 元 and after 角, never after 分; 零 for inner zeros and before 分 when 角 is 0.
 * @throws RangeError when `fen` is not a safe integer
 */
export function amountInChinese(fen: Fen): string {
  if (!Number.isSafeInteger(fen)) throw new RangeError(`not an amount in fen: ${fen}`);
  const digits = String(Math.abs(fen)).padStart(3, '0');
  const yuan = Number(digits.slice(0, -2));
  const jiao = Number(digits.at(-2));
  const cent = Number(digits.at(-1));
  const sign = fen < 0 ? '负' : '';
  const whole = yuan > 0 ? `${integerInChinese(yuan)}元` : '';
  if (jiao === 0 && cent === 0) return `${sign}${whole || '零元'}整`;
  const tenths = jiao > 0 ? `${DIGITS.charAt(jiao)}角` : whole && cent > 0 ? '零' : '';
  return `${sign}${whole}${tenths}${cent > 0 ? `${DIGITS.charAt(cent)}分` : '整'}`;
}

function integerInChinese(value: number): string {
  const text = String(value);
  const groups: string[] = [];
  for (let end = text.length; end > 0; end -= 4) groups.unshift(text.slice(Math.max(0, end - 4), end));
  let out = '';
  let owesZero = false;
  groups.forEach((group, index) => {
    const words = groupInChinese(group);
    if (words === '') {
      // 万亿 leaves its 亿 to be said even when the 亿 group itself is empty.
      if (groups.length - 1 - index === 2 && out.endsWith('万')) out += '亿';
      owesZero = owesZero || out !== '';
      return;
    }
    if (out !== '' && (owesZero || group.padStart(4, '0').startsWith('0'))) out += '零';
    owesZero = false;
    const unit = groups.length - 1 - index;
    out += words + (GROUPS[unit] ?? '');
  });
  return out;
}

function groupInChinese(group: string): string {
  let out = '';
  let owesZero = false;
  [...group].forEach((digit, index) => {
    if (digit === '0') {
      owesZero = out !== '';
      return;
    }
    out += `${owesZero ? '零' : ''}${DIGITS.charAt(Number(digit))}${PLACES[group.length - 1 - index] ?? ''}`;
    owesZero = false;
  });
  return out;
}
