import { notifications } from '@mantine/notifications'
import type { Sheet } from '#core/print/sheet.ts'
import { messageOf } from '../../app/failure.ts'
import type { Client } from '../../app/client.ts'
import { download } from '../../ui/download.ts'

/** Has the host write tables as an .xlsx file, and says where it is. */
export async function saveTable(client: Client, fileName: string, sheets: Sheet[]): Promise<void> {
  try {
    const answer = await client.tables.export({ fileName, sheets })
    if (answer.outcome === 'cancelled') return
    if (answer.outcome === 'download') download(answer.file)
    notifications.show({ color: 'green', title: '已导出 Excel 表格', message: answer.outcome === 'saved' ? answer.path : `${answer.file.name}，在浏览器的下载文件夹中。` })
  } catch (error) {
    notifications.show({ color: 'red', title: '没有导出表格', message: messageOf(error) })
  }
}
