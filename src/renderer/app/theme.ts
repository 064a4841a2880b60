import { ActionIcon, Button, createTheme, Loader, Modal, Notification, Select, Table, Tooltip, type MantineColorsTuple } from '@mantine/core'

/** Ink blue (黛蓝): calm beside black text, and white on its shades 6 to 9 has a contrast above 4.5. */
const ink: MantineColorsTuple = ['#eef4fa', '#dde8f2', '#bcd1e5', '#97b7d6', '#76a0c8', '#4f80b0', '#366798', '#2f5b84', '#254a6d', '#183550']
/** Cinnabar (朱): what is wrong. */
const red: MantineColorsTuple = ['#fdeeec', '#fadbd7', '#f3b5ae', '#ec8d83', '#e0685c', '#cf4a3d', '#bf392d', '#a83026', '#8b271f', '#6a1c16']
/** Amber (赭): what is open. White is never set on its shades below 8. */
const amber: MantineColorsTuple = ['#fdf5e3', '#faeac5', '#f4d48a', '#edbe52', '#dfa52d', '#c08a1c', '#9c6d10', '#85590a', '#6d4908', '#513606']
const green: MantineColorsTuple = ['#ebf6f0', '#d5ecdf', '#a9d9be', '#7bc49b', '#54b07e', '#369a66', '#267a4f', '#216b45', '#1a5537', '#123c27']

/**
 * Chinese fonts stand first, so that quotation marks and dashes, which Latin fonts have too, come out in their full width.
 */
const FONTS = '"PingFang SC", "Microsoft YaHei UI", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "WenQuanYi Micro Hei", system-ui, sans-serif'

export const theme = createTheme({
  colors: { ink, red, amber, green },
  primaryColor: 'ink',
  primaryShade: { light: 7, dark: 6 },
  black: '#1c2733',
  fontFamily: FONTS,
  headings: { fontFamily: FONTS, fontWeight: '600' },
  fontSizes: { xs: '12px', sm: '13.5px', md: '15px', lg: '17px', xl: '20px' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  components: {
    ActionIcon: ActionIcon.extend({ defaultProps: { variant: 'subtle', color: 'gray' } }),
    Button: Button.extend({ defaultProps: { size: 'sm' } }),
    Loader: Loader.extend({ defaultProps: { type: 'dots' } }),
    Modal: Modal.extend({ defaultProps: { closeButtonProps: { 'aria-label': '关闭' }, overlayProps: { backgroundOpacity: 0.4 }, radius: 'lg', centered: true } }),
    Notification: Notification.extend({ defaultProps: { closeButtonProps: { 'aria-label': '关闭通知' }, withBorder: true } }),
    Select: Select.extend({ defaultProps: { nothingFoundMessage: '没有符合的选项', checkIconPosition: 'right' } }),
    Table: Table.extend({ defaultProps: { verticalSpacing: 'sm' } }),
    Tooltip: Tooltip.extend({ defaultProps: { openDelay: 400, withArrow: true } }),
  },
})
