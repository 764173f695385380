/** Names, addresses and numbers that look right and belong to nobody. */
import type { Place } from './company.ts';
import type { Random } from './random.ts';

const SURNAMES = [
  ...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤',
];
const GIVEN = [
  ...'伟强磊军洋勇艳杰娟涛明超秀霞平刚桂英华丽敏静波辉鹏飞斌红梅建国志宏文博宇浩然子涵雨欣佳怡俊凯晨曦思远海燕永康春生金龙玉兰学良庆丰利民新荣根宝祥云水林松柏',
];
const BRANDS = [
  '宏兴',
  '远大',
  '永固',
  '新锐',
  '德盛',
  '天工',
  '正阳',
  '恒力',
  '金桥',
  '万通',
  '华泰',
  '瑞丰',
  '嘉禾',
  '东升',
  '立诚',
  '鼎力',
  '中信达',
  '海川',
  '博远',
  '众邦',
  '科瑞',
  '长虹桥',
  '顺达',
  '利源',
  '信诺',
  '四通',
  '启明',
  '宝成',
  '联创',
  '凯旋',
  '百盛',
  '安捷',
  '浙东',
  '越丰',
  '钱江源',
  '吴越',
  '西溪',
  '运河',
  '良渚',
  '富春',
];
const TRADES: readonly (readonly [string, string])[] = [
  ['水泵配件经营部', '五金零售'],
  ['机电设备有限公司', '机电贸易'],
  ['电气工程有限公司', '电气安装'],
  ['建筑安装有限公司', '建筑安装'],
  ['纺织机械有限公司', '纺织机械'],
  ['物业管理有限公司', '物业'],
  ['食品有限公司', '食品加工'],
  ['塑料制品厂', '塑料制品'],
  ['精密模具有限公司', '模具加工'],
  ['自动化科技有限公司', '自动化'],
  ['环保工程有限公司', '环保工程'],
  ['印染有限公司', '印染'],
  ['五金建材经营部', '建材零售'],
  ['冷链物流有限公司', '物流'],
  ['包装材料有限公司', '包装'],
  ['汽车零部件有限公司', '汽配制造'],
];
/** Mobile prefixes that the numbering plan has not given out: nobody's telephone rings. */
const PREFIXES = ['154', '163', '164', '168', '169'];

export function personName(random: Random): string {
  const second = random.chance(0.82) ? random.pick(GIVEN) : '';
  return random.pick(SURNAMES) + random.pick(GIVEN) + second;
}

export function mobile(random: Random): string {
  return `${random.pick(PREFIXES)}${String(random.whole(0, 99_999_999)).padStart(8, '0')}`;
}

export function address(random: Random, places: readonly Place[]): { city: string; text: string } {
  const [city, area, roads] = random.pick(places);
  const house = random.chance(0.6) ? ` ${random.whole(1, 18)} 幢 ${random.whole(1, 12)}0${random.whole(1, 8)} 室` : '';
  return { city, text: `${area}${random.pick(roads)} ${random.whole(3, 1880)} 号${house}` };
}

export function organisation(random: Random, places: readonly Place[]): { name: string; industry: string; address: string } {
  const place = address(random, places);
  const [trade, industry] = random.pick(TRADES);
  const brand = random.pick(BRANDS);
  return { name: `${place.city}${trade.endsWith('部') && random.chance(0.5) ? '市' : ''}${brand}${trade}`, industry, address: place.text };
}

export function plate(random: Random, cities: readonly string[]): string {
  const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ';
  const body = Array.from({ length: 4 }, () => String(random.whole(0, 9))).join('');
  return `浙${random.pick(cities)}·${random.pick([...letters])}${body}`;
}
