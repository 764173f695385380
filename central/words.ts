/** What the command says. `{name}` stands for a value. */
export type Language = 'zh-CN' | 'en';

const en = {
  help: `npm run central [-- COMMAND]         without a command: start the centre, with its judge, until Ctrl+C

  branch add CODE NAME [--head-office]   add a branch, or rename it; CODE like HZ01
  desk enrol CODE [--letter A] [--replaces A] [--hours 72]
                                         a one-time code for a new desk of branch CODE
  desk revoke DESK [--heir DESK]         shut a desk out at once; DESK like HZ01-A. The heir, another desk of the branch,
                                         may bring the papers under its numbers
  secrets rotate [DESK]                  a new one-time code for a desk, or for all of them
  status                                 every desk's last complete exchange, unsent papers and version
  backup FOLDER, restore FOLDER          restore puts back what is missing and begins a new epoch
  epoch                                  after the server's files were taken back to an earlier state
  conflicts [--heal]                     look for hidden conflicting revisions
  demo                                   three branches with a year of work, into an empty centre, for training
  provision                              complete databases, rights and guards, and end

  --url https://…                        a CouchDB 3.5; name and password in BD_ADMIN_USER, BD_ADMIN_PASSWORD
  --data FOLDER  --port 5985  --host 0.0.0.0  --company NAME  --language en
  --oldest 0.2.0                         older desks stop sending and say so`,
  ready: 'The centre is ready at {url}',
  network: 'Desks on this network use {urls}',
  onlyHere: 'Only this computer reaches it. For desks on your network start it with --host 0.0.0.0',
  data: 'Its data are in {folder}',
  provisioned: '{company}: {count} branches, epoch {epoch}',
  noName: '(no company name: --company NAME)',
  nextBranch: 'Next: npm run central -- branch add HZ01 Hangzhou',
  judging: 'The judge is at work.',
  ends: 'Ctrl+C ends it.',
  running: 'The centre of this folder is running already, at {url}',
  branchAdded: 'Branch {code} {name} is there.',
  branchKept: 'Branch {code} {name} was there already; everything of it is complete.',
  nextDesk: 'Next: npm run central -- desk enrol {code}',
  code: 'Desk {desk}. Code, good once, until {until}:',
  codeHint: 'Type it at the desk under "Join a centre". It is not shown again; a new one replaces it.',
  replaced: '{desk} is shut out; its papers and numbers belong to {by} now.',
  revoked: '{desk} is shut out. What it had not sent is still on its computer.',
  inherited: '{heir} may bring the papers under {desk}’s numbers. What it has set aside for that it sends by itself within half an hour.',
  rotated: 'Each desk stops exchanging until its new code is typed in.',
  columns: 'Desk | State | Last complete exchange | Last heard of | Unsent | Set aside | Version',
  state: { waiting: 'waiting until {until}', expired: 'code ran out', working: 'working', revoked: 'shut out', unknown: 'no user' },
  never: 'never',
  noDesks: 'No desk is enrolled.',
  swept: 'Codes that nobody used ran out: {desks}',
  backedUp: '{count} documents of {files} books are in {folder}',
  restored: '{restored} documents put back, {present} were there. Epoch {epoch}: every desk compares its whole book at its next exchange.',
  filled:
    '{documents} documents of three branches are there; everybody’s PIN is {pin}. With the centre running, the judge reads them within minutes.',
  newEpoch: 'Epoch {epoch}: every desk compares its whole book at its next exchange.',
  conflict: '{database} {id}: {count} revisions{healed}',
  healed: ', united',
  notHealed: ', one of them cannot be read; left as it is',
  noConflicts: 'No hidden conflicts.',
  refused: {
    OptionUnknown: '{detail}',
    CommandUnknown: 'No such command: {command}. "npm run central -- help" lists them.',
    PortWrong: '--port {port}: a number from 0 to 65535.',
    HoursWrong: '--hours {hours}: more than 0, at most 2160.',
    AddressWrong: '--url {url}: an address like https://couch.example:6984.',
    VersionWrong: '--oldest {version}: a version like 0.2.0.',
    NoPassword: 'Put the administrator’s name and password into BD_ADMIN_USER and BD_ADMIN_PASSWORD.',
    BranchCodeWrong: '{code}: a branch code is two capital letters and two digits, like HZ01.',
    BranchNameWrong: 'A branch name has 1 to 60 characters.',
    HeadOfficeIsAnother: 'The head office is {code} already; there is one.',
    NotHeadOffice: '{code} is not the head office.',
    NoSuchBranch: 'There is no branch {code}. Add it first: npm run central -- branch add {code} NAME',
    NoLetterLeft: 'Branch {code} has used all 26 letters.',
    LetterWrong: '{letter}: a desk letter is one of A to Z.',
    LetterTaken:
      '{desk} was given before. A letter is never given twice, or two desks would write the same numbers. Leave out --letter for the next free one.',
    NoSuchDesk: 'There is no desk {desk}.',
    NoSuchHeir: '{desk} is no other desk of branch {branch}.',
    DeskAtWork:
      '{desk} was heard of within a day: two desks must never write the same numbers. If it is really gone: desk revoke {desk}, then again with --heir.',
    DeskRevoked: '{desk} is shut out. Enrol a new desk with --replaces instead.',
    NotEmpty: 'This centre has branches already. The demonstration goes into an empty one: name another folder with --data.',
    NothingHere: 'There is no centre here yet. Run "npm run central" first.',
    FolderHasBackup: '{folder} holds a backup already; name an empty folder.',
    NoBackup: '{folder} holds no complete backup.',
    BackupDamaged: '{file} is not as it was written. Nothing was restored.',
  },
  problem: {
    unreachable: 'Nobody answers at {url}. Is the server running, the address right, the network up?',
    'timed-out': '{url} did not answer in time.',
    busy: '{url} is too busy or in trouble. Try again.',
    nonsense: 'What answers at {url} is no CouchDB.',
    unauthorized: 'The server does not accept the administrator’s name and password.',
    locked: 'Too many wrong passwords: the server lets nobody try for five minutes.',
    forbidden: 'The server does not let this user do that.',
    'not-found': 'The server does not know what was asked for.',
    conflict: 'Somebody else changed the same thing at the same time. Run it again.',
    'too-large': 'The server takes no documents of this size: check max_document_size and max_http_request_size.',
    refused: 'The server refused the request.',
  },
  portTaken: 'Port {port} is in use. Name another: --port N',
  folderTaken: 'Another process has {folder} open.',
};

export type CentralWords = typeof en;

const zhCN: CentralWords = {
  help: `npm run central [-- 命令]             不带命令：启动中心（含核对程序），按 Ctrl+C 结束

  branch add 编码 名称 [--head-office]   新增门店（或改名）；编码如 HZ01
  desk enrol 编码 [--letter A] [--replaces A] [--hours 72]
                                         为该门店的新电脑发一次性加入码
  desk revoke 机号 [--heir 机号]         立即停用一台电脑，机号如 HZ01-A；由同店的另一台接管其编号，
                                         可补送它的单据
  secrets rotate [机号]                  给一台（或全部）电脑换发一次性加入码
  status                                 各电脑最近一次完整同步、待发单据和版本
  backup 文件夹、restore 文件夹          恢复只补回缺少的单据，并开始新的世代
  epoch                                  服务器文件被退回到旧状态之后执行
  conflicts [--heal]                     查找隐藏的冲突版本
  demo                                   向空的中心写入三家演示门店一年的业务，供培训使用
  provision                              补齐数据库、权限和守卫后结束

  --url https://…                        使用 CouchDB 3.5；管理员名和密码放在 BD_ADMIN_USER、BD_ADMIN_PASSWORD
  --data 文件夹  --port 5985  --host 0.0.0.0  --company 公司名  --language zh-CN
  --oldest 0.2.0                         更旧版本的电脑停止发送并提示更新`,
  ready: '中心已就绪：{url}',
  network: '本网络内的电脑请用：{urls}',
  onlyHere: '目前只有本机能访问。要让局域网内的电脑访问，请加 --host 0.0.0.0 启动',
  data: '数据保存在 {folder}',
  provisioned: '{company}：{count} 家门店，世代 {epoch}',
  noName: '（未设公司名：--company 公司名）',
  nextBranch: '下一步：npm run central -- branch add HZ01 杭州西湖店',
  judging: '核对程序已启动。',
  ends: '按 Ctrl+C 结束。',
  running: '此文件夹的中心已在运行：{url}',
  branchAdded: '门店 {code} {name} 已建立。',
  branchKept: '门店 {code} {name} 原已存在，各项均已补齐。',
  nextDesk: '下一步：npm run central -- desk enrol {code}',
  code: '机号 {desk}。加入码（只能用一次，{until} 前有效）：',
  codeHint: '请在那台电脑的“加入中心”处输入。此码不再显示；重新发码后旧码作废。',
  replaced: '{desk} 已停用，其单据和编号由 {by} 接管。',
  revoked: '{desk} 已停用。其未发出的单据仍在那台电脑上。',
  inherited: '{heir} 可补送 {desk} 编号的单据；已搁置的会在半小时内自动发送。',
  rotated: '各电脑在输入新加入码之前停止同步。',
  columns: '机号 | 状态 | 最近完整同步 | 最近联系 | 待发 | 搁置 | 版本',
  state: { waiting: '待加入，至 {until}', expired: '加入码已过期', working: '使用中', revoked: '已停用', unknown: '无用户' },
  never: '从未',
  noDesks: '尚未登记电脑。',
  swept: '以下加入码无人使用，已作废：{desks}',
  backedUp: '{files} 个账簿共 {count} 份单据已备份到 {folder}',
  restored: '补回 {restored} 份，原有 {present} 份。世代 {epoch}：各电脑下次同步时会核对整本账簿。',
  filled: '三家门店共 {documents} 份单据已写入；所有人的 PIN 均为 {pin}。中心运行时，核对程序几分钟内读完。',
  newEpoch: '世代 {epoch}：各电脑下次同步时会核对整本账簿。',
  conflict: '{database} {id}：{count} 个版本{healed}',
  healed: '，已合并',
  notHealed: '，其中有无法读取的版本，未作改动',
  noConflicts: '没有隐藏的冲突。',
  refused: {
    OptionUnknown: '{detail}',
    CommandUnknown: '没有这个命令：{command}。“npm run central -- help”列出全部命令。',
    PortWrong: '--port {port}：应为 0 到 65535 的数。',
    HoursWrong: '--hours {hours}：应大于 0，不超过 2160。',
    AddressWrong: '--url {url}：应为 https://couch.example:6984 这样的地址。',
    VersionWrong: '--oldest {version}：应为 0.2.0 这样的版本。',
    NoPassword: '请把管理员名和密码放在环境变量 BD_ADMIN_USER 和 BD_ADMIN_PASSWORD 中。',
    BranchCodeWrong: '{code}：门店编码为两个大写字母加两位数字，如 HZ01。',
    BranchNameWrong: '门店名称为 1 到 60 个字。',
    HeadOfficeIsAnother: '总部已是 {code}，只能有一个。',
    NotHeadOffice: '{code} 不是总部。',
    NoSuchBranch: '没有门店 {code}。请先新增：npm run central -- branch add {code} 名称',
    NoLetterLeft: '门店 {code} 的 26 个字母已全部用完。',
    LetterWrong: '{letter}：电脑字母应为 A 到 Z 中的一个。',
    LetterTaken: '{desk} 已发放过。字母从不重复发放，否则两台电脑会开出相同的编号。不写 --letter 即自动取下一个。',
    NoSuchDesk: '没有机号 {desk}。',
    NoSuchHeir: '{desk} 不是门店 {branch} 的另一台电脑。',
    DeskAtWork: '{desk} 一天内还有联系：两台电脑绝不能开出相同的编号。若确已不在，请先 desk revoke {desk}，再加 --heir 执行一次。',
    DeskRevoked: '{desk} 已停用。请用 --replaces 登记新电脑。',
    NotEmpty: '此中心已有门店。演示只能写入空的中心：请用 --data 另选文件夹。',
    NothingHere: '这里还没有中心。请先运行“npm run central”。',
    FolderHasBackup: '{folder} 中已有备份，请指定空文件夹。',
    NoBackup: '{folder} 中没有完整的备份。',
    BackupDamaged: '{file} 与写入时不一致，未作任何恢复。',
  },
  problem: {
    unreachable: '{url} 没有应答。请检查服务器是否运行、地址是否正确、网络是否通畅。',
    'timed-out': '{url} 未在规定时间内应答。',
    busy: '{url} 太忙或有故障，请重试。',
    nonsense: '{url} 应答的不是 CouchDB。',
    unauthorized: '服务器不接受管理员名和密码。',
    locked: '密码多次错误，服务器五分钟内不再受理，请稍后再试。',
    forbidden: '服务器不允许此用户这样做。',
    'not-found': '服务器没有所要的内容。',
    conflict: '有人同时改动了同一内容，请再运行一次。',
    'too-large': '服务器不接受这么大的文档：请检查 max_document_size 和 max_http_request_size。',
    refused: '服务器拒绝了请求。',
  },
  portTaken: '端口 {port} 已被占用。请另选：--port N',
  folderTaken: '另一个进程正在使用 {folder}。',
};

export const centralWords: Readonly<Record<Language, CentralWords>> = { 'zh-CN': zhCN, en };

export function fill(text: string, values: Readonly<Record<string, string | number>> = {}): string {
  return text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
