/** A title of honour between book-title marks. UTF-16, half-open, with its marks. */
export interface Honour {
  start: number
  end: number
  name: string
}

/** Honours are won, titles of works are not: a verb before, a kind of body or person at the end, and no prize or text behind it. */
const HONOUR =
  /(?:荣获|获评|获得|获|被评为|被授予|被认定为|被命名为|授予|评为|创成|创建为)[^，。；《》]{0,12}《([^《》]{4,30}(?:学校|单位|集体|个人|基地|示范[县市区点村校]|标兵|能手|工作者|模范|城市|社区|企业|家庭|医院|校园|机关|县城|先进县|先进市|先进区|文明村|文明镇|岗|号|团队|组织|支部|党委|站|之家|窗口|法院|检察院|派出所))》(?=称号|荣誉|牌匾|[、，。；“和等])/gu

/** “最美家庭” that someone won, and 《最美家庭》 in the same paragraph where honours are given, not works of that name. */
const WON = /(?:荣获|获评|获得|获|被?评为|被?授予|入选|推荐)[^，。；“”《》]{0,12}“([^“”《》，。；]{4,12})”(?!的?(?:节目|栏目|歌曲|活动|一书|专题))/gu
const GIVEN = /(?:揭晓|评选|选树|命名|授予|表彰|获评|荣获|评出|评为|推荐|寻找|选出|产生|认定|入选)[^，。；《》“”]{0,10}$/u
const WORK_BEHIND = /^(?:的?(?:节目|栏目|歌曲|专题|一书|一文|微电影|宣传片|短视频|视频|丛书|画册|故事集|事迹集|报道|方案|通知|办法|活动|剧|舞|杯|征文))/u

function honoursBeside(text: string): Honour[] {
  if (!text.includes('“')) return []
  const won = new Set(Array.from(text.matchAll(WON), ([, name = '']) => name))
  if (won.size === 0) return []
  return Array.from(text.matchAll(/《([^《》]{4,12})》/gu)).flatMap(({ index, 0: surface, 1: name = '' }): Honour[] => {
    const end = index + surface.length
    return won.has(name) && GIVEN.test(text.slice(Math.max(0, index - 16), index)) && !WORK_BEHIND.test(text.slice(end, end + 6)) ? [{ start: index, end, name }] : []
  })
}

/** Honours in 《》: 荣获《全国文明单位》称号 → “全国文明单位”. */
export const honoursIn = (text: string): Honour[] =>
  text.includes('《') && /[获评予定名创]/u.test(text)
    ? withBeside([...text.matchAll(HONOUR)].map(({ index, 0: whole, 1: name = '' }) => {
        const end = index + whole.length
        return { start: end - name.length - 2, end, name }
      }), honoursBeside(text))
    : []

const withBeside = (told: readonly Honour[], beside: readonly Honour[]): Honour[] => [...told, ...beside.filter(({ start }) => !told.some((one) => one.start === start))]
