import type { Translated } from '../translated.ts';
import type { host as source } from '../en/host.ts';

export const host: Translated<typeof source> = {
  failure: {
    'invalid-input': '程序向本机服务提出了无法识别的请求，没有写入任何内容。请把此情况报告给维护人员。',
    'disk-full': '磁盘已满。已保存的单据不会丢失，但腾出空间之前不能保存新内容。',
    'read-only': '数据文件夹暂时无法写入，营业台只能查看；恢复可写后会自动继续。',
    'journal-failed': '单据没有保存：流水账写入失败。请重试；若再次出现，请检查磁盘。',
    'not-set-up': '本台尚未完成初次设置。',
    'already-set-up': '本台已设置过，所属门店与台号不能更改。',
    'not-found': '要找的内容已不存在。',
    damaged: '文件已损坏或来自另一台电脑，没有使用。',
    'in-use': '另一个营业台程序正在使用这个数据文件夹。',
    'too-large': '内容过大。',
    'clock-ahead': '本机时钟比中心快十二小时以上。请先校准日期和时间，再重新提交；已填内容不会丢失。',
    'centre-failed': '中心没有接受本台。',
    'wrong-branch': '该加入码属于另一个网点。',
    'already-joined': '本台已加入中心。',
    'print-failed': '打印机没有接收这张单据。',
    'render-failed': '单据版面生成失败。',
    taken: '另一个窗口已接管本台，这里不能再保存。刚才的操作是否已保存，请在那个窗口查看。',
    closed: '营业台正在关闭，这一步没有保存。',
    disconnected: '本机服务没有应答。恢复后会自动继续，已保存的内容都在。',
    refused: '这个页面没有打开营业台的钥匙，请用启动命令（npm start）或快捷方式打开。',
    'timed-out': '等待时间过长，已放弃。',
    internal: '程序内部出错，详情已写入日志。',
  },
  shellReason: {
    'no-electron-binary':
      '桌面程序未安装，现在用浏览器运行，功能完整。需要桌面程序时：运行 npx install-electron（直接下载），或加上 ELECTRON_MIRROR=<镜像地址>/ 再运行，或解压离线安装包并设置 ELECTRON_OVERRIDE_DIST_PATH=<解压目录>，然后重新启动。',
    asked: '按要求在浏览器中运行。',
  },
  console: {
    'no-electron-binary':
      '在浏览器中打开：本机没有安装桌面程序（Electron）。安装方法：运行 npx install-electron（直接下载）；或加上 ELECTRON_MIRROR=<镜像地址>/ 再运行；或解压离线安装包并设置 ELECTRON_OVERRIDE_DIST_PATH=<解压目录>。然后重新运行 npm start。',
    portTaken:
      '端口 {{port}} 被其他程序占用，营业台没有打开：浏览器按这个端口存放营业台的工作副本。请关闭占用的程序，或用 --port 另选端口（营业台会从流水账重新建立副本）。',
    inUse: '数据文件夹正被另一个营业台使用：{{folder}}',
    alreadyOpen: '营业台已经打开，这是它的页面地址。',
    noBrowser: '没有能打开的浏览器，请自行打开上面的地址。',
  },
};
