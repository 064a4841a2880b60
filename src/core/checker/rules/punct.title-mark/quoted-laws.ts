/** A law, a rule or a document between quotation marks. UTF-16, half-open, with its marks. */
export interface QuotedLaw {
  start: number
  end: number
  name: string
}

/** By these first words nothing but a law or a rule of the Party is named in full. */
const FULL = /“((?:中华人民共和国|中国共产党)[^“”《》，。；：、]{2,40}(?:法|条例|准则|规则|规定|办法|细则))”/gu
/** Laws by the names that everybody uses; 一线工作法, 网格法 are methods. */
const LAWS =
  '预算|监督|代表|选举|立法|审计|统计|会计|安全生产|环境保护|土地管理|城乡规划|义务教育|职业教育|教师|劳动|劳动合同|工会|公务员|监察|法官|检察官|行政处罚|行政许可|行政复议|行政诉讼|民事诉讼|刑事诉讼|反家庭暴力|妇女权益保障|未成年人保护|预防未成年人犯罪|老年人权益保障|残疾人保障|传染病防治|食品安全|药品管理|消费者权益保护|森林|防洪|野生动物保护|长江保护|黄河保护|湿地保护|乡村振兴促进|家庭教育促进|退役军人保障|慈善|红十字会|保守国家秘密|档案|网络安全|数据安全|个人信息保护|政府采购|招标投标|税收征收管理|反有组织犯罪|反电信网络诈骗|社区矫正|村民委员会组织|城市居民委员会组织|农民专业合作社|农村集体经济组织|粮食安全保障|公共文化服务保障|公共图书馆|文物保护|非物质文化遗产|反不正当竞争|噪声污染防治|固体废物污染环境防治'
/** what one does with a law or a rule */
const KEEPS = '(?:贯彻|落实|执行|依据|根据|按照|遵守|依照|实施|施行|学习|宣传|普及|违反)(?:新修订的?|修订后的?|新颁布的?|国家|了)?'
const ISSUES = '(?:印发|出台|制定|下发|转发|修订|颁布|制订|表决通过|审议通过)(?:了|实施)?'
const SHORT = new RegExp(`(?<=${KEEPS})“((?:${LAWS})法)”`, 'gu')
/** rules of a province, a city, a county */
const LOCAL = new RegExp(`(?<=${KEEPS}|${ISSUES})“(\\p{Script=Han}{1,6}[省市县区州旗][^“”《》，。；：\\d]{4,36}(?:条例|办法|规定|细则))”`, 'gu')
/** 印发“关于…的实施意见”; proposals and reports (关于…的提案) stand in quotation marks by custom */
const ABOUT = new RegExp(`(?<=${ISSUES}|(?:贯彻|落实|执行|根据|按照|依据))“(关于[^“”《》。；：]{4,46}的(?:若干|实施|指导)*(?:意见|通知|决定|办法|规定|方案|措施))”`, 'gu')
/** 制定“机关内部控制管理办法”: what is issued by such a name is a document; 十条措施, 六个严禁规定 are what people call one */
const ISSUED = new RegExp(`(?<=${ISSUES})“([^“”《》，。；：、\\d一二三四五六七八九十]{4,36}(?:办法|条例|细则|准则|章程|规程|暂行规定|管理规定|工作规则|工作制度|管理制度|实施方案|工作方案|实施意见|指导意见|行动方案|应急预案))”`, 'gu')
/** the name goes no further: 学习“…条例”专题, “安全生产法”宣传周, “…条例”知识竞赛 */
const ENDS = /^(?:[，。；、！）《]|$|等|和|及|以及|与|要求|有关|相关|规定|精神(?=[，。；]))/u
/** words that are spoken of as words */
const SPOKEN_OF = /[改写称]为|修改|所称|表述|措辞|名称|条文/u

/** Laws, rules of the Party, local rules and issued documents in quotation marks: 严格执行“中华人民共和国预算法” (GB/T 15834—2011, 4.15). Linear in the text. */
export function quotedLaws(text: string): QuotedLaw[] {
  if (!text.includes('“') || !/[法例则定办知见案施程度]”/u.test(text)) return []
  const found = [FULL, SHORT, LOCAL, ABOUT, ISSUED].flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap(({ index, 0: surface, 1: name = '' }): QuotedLaw[] => {
      const end = index + surface.length
      return ENDS.test(text.slice(end, end + 4)) && !SPOKEN_OF.test(text.slice(Math.max(0, index - 10), index)) && !SPOKEN_OF.test(text.slice(end, end + 6)) ? [{ start: index, end, name }] : []
    }),
  )
  return found.filter(({ start }, i) => found.findIndex((one) => one.start === start) === i)
}
