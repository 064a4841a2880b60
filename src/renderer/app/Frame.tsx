import { ActionIcon, Button, CloseButton, Menu, Tooltip, useMantineColorScheme } from '@mantine/core'
import { IconDeviceDesktop, IconMoon, IconPlugConnectedX, IconQuestionMark, IconSettings, IconSun } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { showHelp } from './help.tsx'
import { useHost } from './host.ts'
import { hrefOf } from './routes.ts'
import { useStore } from './store.ts'

/** The bar on top, what the user must be told, and the page. `bar` is the page's own part of the bar. */
export function Frame({ bar, banners, children }: { bar?: ReactNode; banners?: ReactNode; children: ReactNode }) {
  const host = useHost()
  return (
    <div className="frame">
      <header className="frame-bar">
        <a className="frame-brand" href={hrefOf({ page: 'library' })} title="回到资料库">
          <img src="./icon.svg" alt="" />
          述核
        </a>
        <div style={{ flex: 1, minWidth: 0, display: 'flex', alignItems: 'center', gap: 12 }}>{bar}</div>
        <SchemeMenu />
        <Tooltip label="校核设置">
          <ActionIcon aria-label="打开校核设置" onClick={() => host.run('settings.checks')}>
            <IconSettings size={18} stroke={1.7} />
          </ActionIcon>
        </Tooltip>
        <Tooltip label="快捷键与说明">
          <ActionIcon aria-label="快捷键与说明" onClick={showHelp}>
            <IconQuestionMark size={18} stroke={1.7} />
          </ActionIcon>
        </Tooltip>
      </header>
      <div className="frame-banners" aria-live="polite">
        <Banners />
        {banners}
      </div>
      <main className="frame-page">{children}</main>
    </div>
  )
}

const SCHEMES = [
  { value: 'light', label: '浅色', Icon: IconSun },
  { value: 'dark', label: '深色', Icon: IconMoon },
  { value: 'auto', label: '跟随系统', Icon: IconDeviceDesktop },
] as const

function SchemeMenu() {
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const now = SCHEMES.find(({ value }) => value === colorScheme) ?? SCHEMES[2]
  return (
    <Menu position="bottom-end" width={150}>
      <Menu.Target>
        <ActionIcon aria-label={`外观：${now.label}`} title={`外观：${now.label}`}>
          <now.Icon size={18} stroke={1.7} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {SCHEMES.map(({ value, label, Icon }) => (
          <Menu.Item key={value} leftSection={<Icon size={16} stroke={1.7} />} fw={value === now.value ? 600 : undefined} aria-current={value === now.value} onClick={() => setColorScheme(value)}>
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

function Banners() {
  const host = useHost()
  const connection = useStore(host.connection)
  const notices = useStore(host.notices)
  return (
    <>
      {connection === 'lost' && (
        <div className="banner" data-severity="error" role="alert">
          <IconPlugConnectedX size={18} stroke={1.8} />
          <span style={{ flex: 1 }}>
            <b>连接已断开。</b>述核主程序没有响应，正在重试。窗口中的文字仍然保留，请不要关闭本窗口；若一直不能恢复，请重新启动述核。
          </span>
        </div>
      )}
      {notices.map((notice) => (
        <div key={notice.id} className="banner" data-severity={notice.severity} role={notice.severity === 'error' ? 'alert' : 'status'}>
          <span style={{ flex: 1 }}>{notice.message}</span>
          <CloseButton size="sm" c="inherit" aria-label="知道了，关闭这条提示" onClick={() => host.dismiss(notice)} />
        </div>
      ))}
    </>
  )
}

/** A banner with something to do about it. */
export function Banner({ severity, children, action }: { severity: 'info' | 'warning' | 'error'; children: ReactNode; action?: { label: string; onClick: () => void } }) {
  return (
    <div className="banner" data-severity={severity} role={severity === 'error' ? 'alert' : 'status'}>
      <span style={{ flex: 1 }}>{children}</span>
      {action && (
        <Button size="compact-sm" variant="default" onClick={action.onClick}>
          {action.label}
        </Button>
      )}
    </div>
  )
}
