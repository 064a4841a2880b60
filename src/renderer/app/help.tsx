import { Kbd, Table, Text } from '@mantine/core'
import { modals } from '@mantine/modals'

const mac = /Mac/u.test(navigator.platform)
const MOD = mac ? '⌘' : 'Ctrl'

const KEYS: readonly (readonly [keys: readonly string[], does: string])[] = [
  [[MOD, 'S'], '立即保存'],
  [[MOD, 'E'], '导出文件'],
  [[MOD, 'Z'], '撤销'],
  [[MOD, 'Y'], '重做'],
  [[MOD, 'F'], '在正文中查找'],
  [['Tab'], '下一处待填数据'],
  [['Shift', 'Tab'], '上一处待填数据'],
  [['F7'], '下一个问题'],
  [['Shift', 'F7'], '上一个问题'],
  [['Alt', 'Enter'], '改正当前问题'],
  [['Alt', 'Delete'], '忽略当前问题，写明理由'],
  [[MOD, ','], '校核设置'],
  [[MOD, 'Shift', '1'], '正文'],
  [[MOD, 'Shift', '2'], '对比表'],
  [[MOD, 'Shift', '3'], '历年'],
  [[MOD, 'Shift', '4'], '台账'],
  [['F9'], '核对：逐处核实数据（按键写在下方）'],
  [['Alt', '1'], '到大纲'],
  [['Alt', '2'], '到正文'],
  [['Alt', '3'], '到数据与问题'],
  [['F6'], '在三栏之间切换'],
]

/** Shows the keys of the application. */
export function showHelp(): void {
  modals.open({
    title: '快捷键与说明',
    children: (
      <>
        <Table verticalSpacing={6} withRowBorders={false}>
          <Table.Tbody>
            {KEYS.map(([keys, does]) => (
              <Table.Tr key={does}>
                <Table.Td w={150}>
                  {keys.map((key, i) => (
                    <span key={key}>
                      {i > 0 && ' + '}
                      <Kbd>{key}</Kbd>
                    </span>
                  ))}
                </Table.Td>
                <Table.Td>{does}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
        <Text size="sm" c="dimmed" mt="md">
          述核不联网、不需要账号，报告只保存在本机的资料库中。修改会自动保存；标题栏显示“已保存”时，文字已经写入磁盘。
        </Text>
      </>
    ),
  })
}
