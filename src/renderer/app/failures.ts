import { ORPCError } from '@orpc/client'
import { notifications } from '@mantine/notifications'

/** What to tell the user of an error: the host's own words, or that the host does not answer. */
export function messageOf(error: unknown): string {
  if (error instanceof ORPCError) return error.message
  return '与述核主程序的连接中断，操作没有完成。请确认程序仍在运行后重试；窗口中的文字仍然保留。'
}

/** The contract's code of an error, undefined where it is none. */
export const codeOf = (error: unknown): string | undefined => (error instanceof ORPCError ? String(error.code) : undefined)

/** Shows an error at the foot of the window until it is closed. */
export function showFailure(title: string, error: unknown): void {
  notifications.show({ title, message: messageOf(error), color: 'red.8', autoClose: false })
}
