import type { desktop as source } from '../en/desktop.ts';
import type { Translated } from '../translated.ts';

export const desktop: Translated<typeof source> = {
  menu: {
    file: '文件',
    quit: '退出',
    edit: '编辑',
    undo: '撤销',
    redo: '重做',
    cut: '剪切',
    copy: '复制',
    paste: '粘贴',
    selectAll: '全选',
    view: '查看',
    reload: '重新加载',
    zoomIn: '放大',
    zoomOut: '缩小',
    zoomReset: '原始大小',
    fullScreen: '全屏',
    window: '窗口',
    minimize: '最小化',
    help: '帮助',
    dataFolder: '打开数据文件夹',
    about: '关于营业台',
  },
  about: {
    version: '版本 {{version}}',
  },
  recovery: {
    title: '页面意外停止',
    safe: '凡屏幕上显示“已保存”的单据都没有丢失：显示之前已写入本机日志。',
    drafts: '草稿停留在出错前几秒的状态，提交前请再核对一遍。',
    reopen: '重新打开营业台',
    reason: '技术原因：',
  },
  hang: {
    title: '营业台没有响应',
    message: '页面已有一段时间没有响应。无论选择哪一项，已保存的单据都不会丢失。',
    wait: '继续等待',
    reload: '重新加载页面',
  },
  unsent: {
    title: '关闭营业台？',
    message: '还有 {{count}} 张单据没有到达中心',
    detail: '单据安全地存在本机，下次打开营业台时自动发送；在此之前别处看不到。',
    stay: '继续使用',
    close: '仍然关闭',
  },
  update: {
    title: '更新已就绪',
    message: '营业台 {{version}} 已下载完毕。',
    detail: '安装前会先备份账簿，随后程序关闭、安装并重新打开。请先办完手头的单据再开始。',
    install: '立即安装',
    later: '稍后',
    snapshotFailed: '更新未安装',
    snapshotFailedDetail: '账簿备份失败，因此没有做任何改动。请清理磁盘空间或查看日志，然后重新启动。',
  },
  refused: {
    title: '营业台未能启动',
    switches: '为保护账簿安全，本程序不允许带以下参数启动：{{switches}}',
    failed: '无法打开本机的数据文件夹。',
  },
};
