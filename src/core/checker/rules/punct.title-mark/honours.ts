/** A title of honour between book-title marks. UTF-16, half-open, with its marks. */
export interface Honour {
  start: number
  end: number
  name: string
}

/** Honours are won, titles of works are not: a verb before, a kind of body or person at the end, and no prize or text behind it. */
const HONOUR =
  /(?:荣获|获评|获得|获|被评为|被授予|被认定为|被命名为|授予|评为|创成|创建为)[^，。；《》]{0,12}《([^《》]{4,30}(?:学校|单位|集体|个人|基地|示范[县市区点村校]|标兵|能手|工作者|模范|城市|社区|企业|家庭|医院|校园|机关|县城|先进县|先进市|先进区|文明村|文明镇|岗|号|团队|组织|支部|党委|站|之家|窗口|法院|检察院|派出所))》(?=称号|荣誉|牌匾|[、，。；“和等])/gu

/** Honours in 《》: 荣获《全国文明单位》称号 → “全国文明单位”. */
export const honoursIn = (text: string): Honour[] =>
  text.includes('《') && /[获评予定名创]/u.test(text)
    ? [...text.matchAll(HONOUR)].map(({ index, 0: whole, 1: name = '' }) => {
        const end = index + whole.length
        return { start: end - name.length - 2, end, name }
      })
    : []
