import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { Component, type ReactNode } from 'react'
import { goTo } from './routes.ts'

/** Catches what a page throws while it renders: says so and offers a way on. Unsaved text lies in the window's storage by then. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true }
  }

  override componentDidCatch(error: unknown): void {
    console.error(error)
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children
    return (
      <Stack align="center" justify="center" h="100%" gap="md" role="alert">
        <Title order={2}>这个页面出了错</Title>
        <Text maw={460} ta="center">
          已保存的内容不受影响；尚未保存的文字留在本窗口中，重新打开报告时可以恢复。
        </Text>
        <Group>
          <Button onClick={() => location.reload()}>重新载入</Button>
          <Button
            variant="default"
            onClick={() => {
              goTo({ page: 'library' })
              this.setState({ failed: false })
            }}
          >
            回到资料库
          </Button>
        </Group>
      </Stack>
    )
  }
}
