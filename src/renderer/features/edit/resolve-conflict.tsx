import { Button, Text } from '@mantine/core'
import { modals } from '@mantine/modals'

/** Asks which of two versions of a report is kept, where another window saved one in between. */
export function resolveConflict({ onTheirs, onOurs }: { onTheirs: () => void; onOurs: () => void }): void {
  const choose = (act: () => void) => () => {
    modals.closeAll()
    act()
  }
  modals.open({
    title: '保留哪一份？',
    children: (
      <>
        <Text size="sm">两份只能保留一份。保留本窗口的内容，会覆盖另一个窗口刚才保存的版本（资料库的历史版本中仍有一份）；载入另一个窗口的版本，本窗口没有保存的修改将放弃。</Text>
        <div className="bench-choices">
          <Button variant="default" onClick={choose(onTheirs)}>载入另一个窗口的版本</Button>
          <Button onClick={choose(onOurs)}>保留本窗口的内容</Button>
        </div>
      </>
    ),
  })
}
