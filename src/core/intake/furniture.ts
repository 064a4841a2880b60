import type { Line } from './source.ts'

/** What stands on a page beside the report: captions (▲), jump lines (下转第三版), navigation, copyright notices. */
export type Furniture = 'caption' | 'noise'

const CAPTION = /^[▲△▼▽◀▶◆●■]\s*\S|^(?:图为|图片说明|图[一二三四五六七八九十\d]+[：:])/u
const JUMP = /^[（(]?(?:下转|上接|紧接|转)第?[一二三四五六七八九十\d]+版[）)]?$/u
const HEAD =
  /当前的?位置|(?:首页|主页)\s*[>＞»/]|[>＞»]\s*正文|^正文$|^字[体号]\s*[：:]|^【?字体|^(?:浏览|阅读|点击)(?:次数|量)?\s*[：:]|^(?:发布|更新)(?:时间|日期)\s*[：:]|^(?:来源|信息来源|稿件来源|文章来源|作者|编辑|责任编辑|审核|校对|分享)\s*[：:到]|^打印本?页?$|^\[?(?:大|中|小|\s)+\]?$|来源\s*[：:]/u
const TAIL =
  /^[（(【[]?(?:版权(?:和|与|所有|声明|归)|免责|凡注有|凡本网|责任编辑|责编|本文?(?:责任)?编辑\s*[：:]|标签\s*[：:]|相关(?:阅读|新闻|链接|稿件)|上一篇|下一篇|分享到|扫一扫|扫码|更多(?:资讯|新闻)|【?打印|【?关闭|附件下载|Copyright|©|[^\s。]{0,20}ICP备|主办单位?\s*[：:]|网站地图|联系我们|友情链接)/iu
const ONLY_DATE_OR_RULE = /^[\s\d年月日/:：.\-—–_|·•=*]+$/u

const isCaption = (text: string): boolean => CAPTION.test(text)
const isJumpLine = (text: string): boolean => JUMP.test(text)

/** A jump line at the end of a paragraph: its offset, or -1. */
export const jumpLineAt = (text: string): number => {
  const match = /[（(](?:下转|上接|紧接)[^（）()]{1,12}版[）)]\s*$/u.exec(text)
  return match ? match.index : -1
}

/** Tells furniture from text. `undefined` is text. */
export function findFurniture(lines: readonly Line[]): (Furniture | undefined)[] {
  const out: (Furniture | undefined)[] = lines.map((line) => {
    if (line.style === 'noise' || line.style === 'caption') return line.style
    if (line.style !== undefined && line.style !== 'paragraph') return undefined
    if (isCaption(line.text)) return 'caption'
    if (isJumpLine(line.text)) return 'noise'
    return undefined
  })
  // above the text: up to the first line of prose
  const firstProse = lines.findIndex((line, i) => out[i] === undefined && line.ends && line.width >= 12)
  const headEnd = firstProse < 0 ? lines.length : firstProse
  for (let i = 0; i < headEnd; i++) {
    const line = lines[i]
    if (line && line.width <= 60 && (HEAD.test(line.text) || ONLY_DATE_OR_RULE.test(line.text)) && !/^\d{4}年\d{1,2}月\d{1,2}日$/u.test(line.text)) out[i] = 'noise'
  }
  // below the text: from the first notice after which hardly any prose follows
  const prose = (from: number): number => lines.slice(from).reduce((n, l) => n + (l.ends && l.width > 40 && !/版权|转载|授权|侵权/u.test(l.text) ? l.width : 0), 0)
  const all = prose(0)
  const tail = lines.findIndex((line, i) => i > headEnd && TAIL.test(line.text) && line.style === undefined && prose(i) <= all * 0.05)
  if (tail > 0) for (let i = tail; i < lines.length; i++) out[i] = 'noise'
  // page numbers and rules between paragraphs
  lines.forEach((line, i) => {
    if (out[i] === undefined && line.width <= 6 && /^[—\-–·\s]*\d{1,3}[—\-–·\s]*$/u.test(line.text) && /[—\-–·]/u.test(line.text)) out[i] = 'noise'
  })
  return out
}
