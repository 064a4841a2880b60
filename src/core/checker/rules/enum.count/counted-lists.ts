import { type View } from '../../view.ts'
import type { Announced } from './announced.ts'
import type { Item } from './items.ts'
import { MANY } from './nouns.ts'

/** Further counts that are those of the list in front of them. */

const MATTERS = /^[^，。；：、“”\d]{2,10}的(?:突出|重点|主要|关键|现实)?(?:问题|难题|诉求|事项|痛点|堵点|难点|短板|矛盾)/u
const GROUPS = /^(?:专项|专门|专业)?(?:工作组|小组|专项组|工作专班|专班|部室|科室|处室|股室|内设机构|职能部门|部门|工作部)/u
const SETS_UP = /(?:成立|设立|下设|内设|组建|分设|设有|设置|设)了?(?!立)[^、，]{1,12}$/u
/** places, in which more things may stand, and what is made up of several */
const IN_PLACES = /^(?:\p{Script=Han}{0,4})(?:[乡镇村县市区省国州片]|街道|地|标段|批|层|系列|链|基地|校|园|点|组|队|户|单元|套餐)/u

/** 书法、绘画、摄影等2项展览: one may be of several things */
const EVENTS = /^\p{Script=Han}{0,4}(?:展|赛|演|节|会|班|评|培训|服务|检查|行动|课程|节目|治理|整治|合作)/u

/** Is each item one of what is counted? Beside {@link MANY}, which says of what there may be many of each kind. */
export function isCountedList({ measure, noun, arabic, count }: Announced, { text }: View, end: number, items: readonly Item[]): boolean {
  const more = items.slice(1)
  const [first] = items
  if (!first || items.length < 3) return false
  // 加装电梯、停车管理、飞线充电、高空抛物5个居民反映集中的问题: matters of one build, told apart by what makes them so
  if (measure === '个' && MATTERS.test(text.slice(end, end + 24))) return Math.abs(items.length - count) === 1 && (more[0]?.text.length ?? 0) >= 4 && more.every((it) => it.text.length === more[0]?.text.length)
  // 成立综合协调、宣传报道、后勤保障4个工作组
  if (measure === '个' && GROUPS.test(noun) && SETS_UP.test(first.text)) return Math.abs(items.length - count) === 1 && more.every((it) => it.text.length >= 2 && it.text.length <= 8)
  // 张村、李村、王村四村, 城关、石门、白水四镇
  return !arabic && /^[村镇乡]$/u.test(measure) && !/^[民庄干委容级]/u.test(noun) && more.every((it) => /^\p{Script=Han}{2,4}$/u.test(it.text)) && new Set(more.map((it) => it.text.length)).size === 1
}

/** A、B、C等2项制度: more named than counted, whatever is counted, save places and what is made up of many. */
export function isOverfull({ measure, noun, count }: Announced, items: readonly Item[]): boolean {
  if (items.length < 3 || items.length - count > 2 || items.length <= count || noun === '' || IN_PLACES.test(noun)) return false
  if (measure === '处') return /^\p{Script=Han}{0,6}(?:设施|场所|阵地|场馆)/u.test(noun)
  return /^[个项条种件部]$/u.test(measure) && !MANY.test(noun) && !EVENTS.test(noun)
}
