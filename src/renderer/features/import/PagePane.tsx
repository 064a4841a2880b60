import { ActionIcon, Center, Group, Loader, Text } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { messageOf } from '../../app/failure.ts'
import { useHost } from '../../app/host.ts'

/** pixels: enough to read small print on a screen of twice the density */
const WIDTH = 1100

/** The pages of a PDF as they are printed; `page` is the one that is shown, from 1. */
export function PagePane({ file, page, onPage }: { file: File; page: number; onPage: (page: number) => void }) {
  const { client } = useHost()
  const [pages, setPages] = useState(0)
  const [drawn, setDrawn] = useState<ReadonlyMap<number, string>>(new Map())
  const [failure, setFailure] = useState<string>()
  const urls = useRef<string[]>([])
  const [large, setLarge] = useState(false)
  const image = drawn.get(page)

  useEffect(() => {
    if (image !== undefined) return undefined
    const abort = new AbortController()
    client.files.page({ file, page, width: WIDTH }, { signal: abort.signal }).then(
      (answer) => {
        setPages(answer.pages)
        const { image: picture } = answer
        if (picture) {
          const url = URL.createObjectURL(picture)
          urls.current.push(url)
          setDrawn((now) => new Map(now).set(page, url))
        } else setFailure('这里不能显示页面，请对照“原文”核对。')
      },
      (error: unknown) => {
        if (!abort.signal.aborted) setFailure(messageOf(error))
      },
    )
    return () => abort.abort()
  }, [client, file, page, image])
  useEffect(() => {
    const made = urls.current
    return () => made.forEach((url) => URL.revokeObjectURL(url))
  }, [])

  return (
    <>
      <Group justify="center" gap={6} pb={6}>
        <ActionIcon variant="subtle" color="gray" aria-label="上一页" disabled={page <= 1} onClick={() => onPage(page - 1)}>
          <IconChevronLeft size={18} />
        </ActionIcon>
        <Text size="sm" className="numeric">
          第 {page} 页{pages > 0 ? `，共 ${pages} 页` : ''}
        </Text>
        <ActionIcon variant="subtle" color="gray" aria-label="下一页" disabled={pages > 0 && page >= pages} onClick={() => onPage(page + 1)}>
          <IconChevronRight size={18} />
        </ActionIcon>
      </Group>
      <div className="source-page" tabIndex={0} role="region" aria-label="文件页面">
        {image !== undefined ? (
          <button type="button" aria-pressed={large} aria-label={large ? '缩小' : '放大'} onClick={() => setLarge(!large)}>
            <img src={image} alt={`第 ${page} 页`} />
          </button>
        ) : (
          <Center h={200}>{failure === undefined ? <Loader size="sm" /> : <Text size="sm" c="dimmed" px="md">{failure}</Text>}</Center>
        )}
      </div>
    </>
  )
}
