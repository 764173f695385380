import type { en } from './en.ts';
import type { Translated } from './translated.ts';
import { common } from './zh-CN/common.ts';
import { desktop } from './zh-CN/desktop.ts';

export const zhCN: Translated<typeof en> = { common, desktop };
