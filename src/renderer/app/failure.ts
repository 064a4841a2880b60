import { ORPCError } from '@orpc/client'
import { notifications } from '@mantine/notifications'

/** Is this a host that no longer answers, as opposed to one that said no? */
const isDisconnected = (error: unknown): boolean => !(error instanceof ORPCError) && error instanceof TypeError

/** What to tell the user about a failure: the host's own words where it has any. */
export function messageOf(error: unknown): string {
  if (error instanceof ORPCError) {
    if (/\p{Script=Han}/u.test(error.message)) return error.message
    if (error.code === 'UNAUTHORIZED' || error.status === 401) return '本窗口已失效。请重新启动述核，并从新打开的地址进入。'
    if (error.code === 'PAYLOAD_TOO_LARGE' || error.status === 413) return '文件太大，超过 20 MB。请删去图片等与文字无关的内容，或拆成几份后再导入。'
    if (error.code === 'BAD_REQUEST') return '填写的内容不符合要求，操作没有完成。请检查后重试。'
    return '操作没有完成，已保存的内容不受影响。请重试；若仍出错，请重新启动述核。'
  }
  if (isDisconnected(error)) return '与述核主程序的连接已断开，操作没有完成。窗口中的文字仍然保留，请重新启动述核后再试。'
  return '程序内部出错，操作没有完成，已保存的内容不受影响。请重试。'
}

/** The code of a failure as the contract names it; undefined for anything else. */
export const codeOf = (error: unknown): string | undefined => (error instanceof ORPCError ? error.code : undefined)

/** Tells the user that something did not work: what (`没有删除“…”`) and why. */
export function tellFailure(what: string, error: unknown): void {
  if (!(error instanceof ORPCError)) console.error(error)
  notifications.show({ color: 'red', title: what, message: messageOf(error), autoClose: 12_000 })
}
