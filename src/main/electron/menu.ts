import type { MenuItemConstructorOptions } from 'electron'
import type { MenuCommand } from '#contract/contract.ts'

/**
 * The application menu. Items with a `command` are carried out by the window; undo and redo too, because the editor's own history is not
 * the one of the browser engine.
 */
export function menuTemplate(platform: NodeJS.Platform, send: (command: MenuCommand) => void, name = '述核'): MenuItemConstructorOptions[] {
  const mac = platform === 'darwin'
  const item = (label: string, command: MenuCommand, accelerator?: string): MenuItemConstructorOptions => ({ label, id: command, click: () => send(command), ...(accelerator === undefined ? {} : { accelerator }) })
  const line: MenuItemConstructorOptions = { type: 'separator' }
  return [
    ...(mac
      ? [{
          label: name,
          submenu: [
            item(`关于${name}`, 'about'), line,
            { role: 'services' as const, label: '服务' }, line,
            { role: 'hide' as const, label: `隐藏${name}` }, { role: 'hideOthers' as const, label: '隐藏其他' }, { role: 'unhide' as const, label: '全部显示' }, line,
            { role: 'quit' as const, label: `退出${name}` },
          ],
        }]
      : []),
    {
      label: '文件',
      submenu: [
        item('资料库', 'library.open', 'CmdOrCtrl+Shift+L'),
        item('新建草稿…', 'draft.new', 'CmdOrCtrl+N'),
        item('导入报告…', 'import', 'CmdOrCtrl+O'), line,
        item('保存', 'save', 'CmdOrCtrl+S'),
        item('导出文件…', 'export', 'CmdOrCtrl+E'),
        item('读取送审返回稿…', 'returned.read'), line,
        mac ? { role: 'close', label: '关闭窗口' } : { role: 'quit', label: '退出', accelerator: platform === 'win32' ? 'Alt+F4' : 'Ctrl+Q' },
      ],
    },
    {
      label: '编辑',
      submenu: [
        item('撤销', 'undo', 'CmdOrCtrl+Z'),
        item('重做', 'redo', mac ? 'Shift+Cmd+Z' : 'Ctrl+Y'), line,
        { role: 'cut', label: '剪切' }, { role: 'copy', label: '复制' }, { role: 'paste', label: '粘贴' }, { role: 'pasteAndMatchStyle', label: '粘贴为纯文本' }, { role: 'selectAll', label: '全选' }, line,
        item('查找…', 'find', 'CmdOrCtrl+F'), line,
        item('下一处待填数据', 'slot.next', 'F8'),
        item('下一个问题', 'finding.next', 'F7'),
        item('上一个问题', 'finding.previous', 'Shift+F7'),
        item('改正当前问题', 'finding.fix', 'Alt+Enter'),
        item('忽略当前问题…', 'finding.dismiss', 'Alt+Delete'), line,
        item('把选中的数字标为数据', 'figure.declare', 'CmdOrCtrl+Alt+D'),
        item('添加板块', 'section.add', 'CmdOrCtrl+Shift+N'), line,
        item('校核设置…', 'settings.checks', 'CmdOrCtrl+,'),
      ],
    },
    {
      label: '视图',
      submenu: [
        item('数据', 'panel.figures', 'CmdOrCtrl+1'),
        item('问题', 'panel.findings', 'CmdOrCtrl+2'),
        item('去年', 'panel.last', 'CmdOrCtrl+3'),
        item('素材', 'panel.materials', 'CmdOrCtrl+4'),
        item('结转', 'panel.carried', 'CmdOrCtrl+5'), line,
        item('正文', 'view.text', 'CmdOrCtrl+Shift+1'),
        item('对比表', 'view.compare', 'CmdOrCtrl+Shift+2'),
        item('历年', 'view.series', 'CmdOrCtrl+Shift+3'),
        item('台账', 'view.ledger', 'CmdOrCtrl+Shift+4'),
        item('逐处核对数据', 'figures.verify', 'F9'), line,
        { role: 'zoomIn', label: '放大' }, { role: 'zoomOut', label: '缩小' }, { role: 'resetZoom', label: '实际大小' }, line,
        { role: 'togglefullscreen', label: '全屏' },
        { role: 'toggleDevTools', label: '开发者工具' },
      ],
    },
    ...(mac ? [{ role: 'windowMenu' as const, label: '窗口' }] : []),
    { role: 'help', label: '帮助', submenu: [item('快捷键与说明', 'about', 'F1')] },
  ]
}
