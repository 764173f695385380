import type { Translated } from '../translated.ts';
import type { common as source } from '../en/common.ts';

export const common: Translated<typeof source> = {
  appName: '营业台',
  save: '保存',
  cancel: '取消',
  close: '关闭',
  confirm: '确定',
};
