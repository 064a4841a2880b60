import { fileStem } from '#core/text/file-name.ts'

const STYLES = ['fill', 'stroke', 'stroke-width', 'stroke-dasharray', 'font-family', 'font-size', 'font-weight', 'opacity', 'fill-opacity', 'stroke-opacity', 'text-anchor'] as const
const SCALE = 2
const HEAD = 44
const CAPTION = 30

/**
 * The charts in an element as one PNG on white, twice as fine as on the screen, under a title and with their captions. Undefined where the
 * window cannot draw it.
 */
export async function pictureOf(element: HTMLElement, title: string): Promise<File | undefined> {
  const charts = [...element.querySelectorAll<HTMLElement>('.series-chart')].flatMap((figure) => {
    const svg = figure.querySelector('svg.recharts-surface')
    return svg instanceof SVGSVGElement ? [{ figure, svg, box: svg.getBoundingClientRect() }] : []
  })
  if (charts.length === 0) return undefined
  const width = Math.max(...charts.map(({ box }) => box.width)) + 48
  const height = HEAD + charts.reduce((sum, { box }) => sum + box.height + CAPTION + 12, 0)
  const canvas = document.createElement('canvas')
  canvas.width = width * SCALE
  canvas.height = height * SCALE
  const pen = canvas.getContext('2d')
  if (!pen) return undefined
  const font = getComputedStyle(document.body).fontFamily
  pen.scale(SCALE, SCALE)
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, width, height)
  pen.fillStyle = '#1c2733'
  pen.font = `600 17px ${font}`
  pen.textBaseline = 'middle'
  pen.fillText(title, 24, HEAD / 2)
  let top = HEAD
  for (const { figure, svg, box } of charts) {
    let left = 24
    pen.font = `13px ${font}`
    for (const label of figure.querySelectorAll<HTMLElement>('figcaption > span')) {
      const legend = label.classList.contains('series-legend')
      if (legend) {
        pen.fillStyle = getComputedStyle(label, '::before').backgroundColor
        pen.fillRect(left, top + CAPTION / 2 - 2, 18, 4)
        left += 24
      }
      pen.fillStyle = '#1c2733'
      pen.fillText(label.textContent, left, top + CAPTION / 2)
      left += pen.measureText(label.textContent).width + 24
    }
    top += CAPTION
    const image = await drawing(svg, box)
    if (!image) return undefined
    pen.drawImage(image, 24, top, box.width, box.height)
    top += box.height + 12
  }
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
  return blob ? new File([blob], `${fileStem(title, '历年数据')}.png`, { type: 'image/png' }) : undefined
}

/** A chart as an image: a copy with the styles that the page gives it, dark letters whatever the scheme. */
async function drawing(svg: SVGSVGElement, box: DOMRect): Promise<HTMLImageElement | undefined> {
  const copy = svg.cloneNode(true) as SVGSVGElement
  const [from, to] = [[svg, ...svg.querySelectorAll('*')], [copy, ...copy.querySelectorAll('*')]]
  from.forEach((element, i) => {
    const style = getComputedStyle(element)
    const target = to[i]
    for (const name of STYLES) target?.setAttribute(name, style.getPropertyValue(name))
    if (element instanceof SVGTextElement || element instanceof SVGTSpanElement) target?.setAttribute('fill', '#3b4753')
    target?.removeAttribute('class')
    target?.removeAttribute('style')
  })
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg')
  copy.setAttribute('width', String(box.width * SCALE))
  copy.setAttribute('height', String(box.height * SCALE))
  copy.setAttribute('viewBox', `0 0 ${box.width} ${box.height}`)
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}`
  try {
    await image.decode()
    return image
  } catch {
    return undefined
  }
}
