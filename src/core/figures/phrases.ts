/** Words and phrases around a number: which of them say what is counted, and which only when, how or how much. */

export const CLAUSE = '，。；！？：,;!?:\n'
export const CLOSING = '”》）)'
/** words that say when or how, not what */
const LEADING =
  /^(?:(?:在|于)?(?:全年|年内|今年|去年|一年来|全年来|这一年|本年度?|今年以来|去年以来|\d{4}年(?:以来|度)?|\d{1,2}[—-]\d{1,2}月|目前|截至[^，。]{0,12}|至此|期间)|连续[\d一二三四五六七八九十两]+[年季月]|先后|累计|总共|共计|一共|共(?!同|建|识|富|享)|已经?|其中|同时|并且?|还|也|均|都|又|再|但|仍|力争|预计|另有?|以及|和(?!谐)|及|与|或|先(?!进|行|锋)|分别|全部|合计|依次|平均(?=增长|增加|下降|缩短|减少|为|达)|积极|大力|扎实|有效|深入|成功(?!率)|高效|有序|顺利|进一步|持续|不断|首次(?=突破|实现|达到|超过|跃)|新的|、|以内|内(?![外地需容河陆])|以来|在(?=全))+/u
const TRAILING =
  /(?:(?:提高|增加|上升|下降|降低|增长|提升|扩大|压减|回落|缩小|升|降|增|减|扩|涨|跌|压缩|减少)(?:到|至|为)|(?:首次|历史性)?(?:跃上|站上|迈上|再上|踏上|跨上|跃升至|攀升至)了?|首次|(?:平均|均|都|分别|已|累计|共|合计|总计|总数|仅|也|更是|又|再)?(?:达到?了?|为|是|有|计|至|到|突破|超过|实现|完成|发展[到至]|保持在|稳定在|维持在|控制在|拟按|按)|力争|努力|确保|争取|预计|提前[\d一二三四五六七八九十]+年|每人每[年月日天]|平均|共|累计|共计|合计|总计|分别|(?<![签节制预条合公契])约|近|超|均|各|每年|先后|多次|连续|成功|已|的|了|(?<![理自缘事])由|(?<![服自])从|、|—+|：|“)+$/u
/** words that end the noun phrase behind a number */
export const AFTER_STOP =
  /[，。；！？：、,;!?:（(\n”\d]|(?:参与|参加|参会|组成|获评|获得?|荣获|入选|被|在|为|对|围绕|通过|得到|[拧凝结汇聚变连]成|开展|规模的?|之一|作出|作为|提出|进行|进入|达到?|实现|全覆盖|并|以(?![上下内外及])|从|向|由|将|已|均|都|受益|投入|用于|落地|落户|开工|竣工|完成|纳入|列入|签约|就|按|来自|助力|推动|促进|惠及|覆盖|共同|分别|全部|正式|顺利|成功|联合|启动|提交|牵头|前往|奔赴|赴|走进|深入|下沉|担任|撰写|发表|接受|收到|实行|实施|建立|设立|作(?:大会|口头|书面|报告|发言|交流)|具备|通过|全年|仍|中有|中(?=$|，))/u
/** of these, the ones whose phrase says which of the things are counted (5篇履职故事入选市政协优秀履职案例) */
export const TELLING = /^(?:入选|获评|荣获|获得?|被|参与|参加|列入|纳入|落地|开工|竣工|签约|对|受益|得到|启动)/u
/** what stands behind a number without being counted */
export const NOT_COUNTED = /^(?:新?台阶|大关|关口|以上|左右|水平|的?(?:目标|规模|速度|增速|幅度)|(?:提高|提升|增加|增长|上升|扩大|拓展|下降|降低|减少|压缩|压减|缩短|缩小|回落)(?:到|至|为)|(?:增|升|降|减|缩)(?:到|至|为))/u
/** verbs that say nothing of what is counted */
export const EMPTY_VERB = /^(?:召开|举办|组织|开展|举行|形成|提出|成立|完成|实现|有|设有|设立|建立|建成|包括|涉及|拥有|打造|组成|构建|做好|交|开设|分解|细化为?|梳理|总结|会议形成|转化形成)$/u
export const CARRIED_VERB = /^(?:通过)?(辞去|增补|开展|提交|提出|新增|培育|引进|报送|召开|导入|发放|完成|受理|建成(?!区)|改造|新建|选派|表彰|化解|发布|刊发|出动|惠及|覆盖|新签约?|实施|处置|培训|走访|慰问|资助|救助|查处|破获|打掉|争取|安排|下达|投入|拨付|筹集|安置|转移|接待|推荐|聘任|编辑|编印|出版|征集|收集|审批|组建|招聘|输送|签约|疏散|检查|发展|腾退|规范|认定|开工|竣工|拆除|清理|整治)/u
export const ALONE = /^(?:惠及(?:群众)?|受益|覆盖|(?:委员|群众|各界)?参与|服务(?:群众)?|吸引|占比?|增长|资金|投资|获)$/u
/** what became of the things counted just before (收到提案168件，经审查立案143件) */
export const STATE_ALONE = /^(?:所提建议)?(?:经(?:审查|审核)?)?(?:予以|被)?(?:立案|办结|办复|答复|采纳|采用|录用|审结|结案|受理|落实|解决|通过|并案)$/u
/** against what, on what basis or over what time something changed (同口径, 比上年, 剔除减税因素后, 年均) */
const BASIS =
  '(?:按[^，。；]{2,10}?计算|(?:剔除|扣除)[^，。；]{2,14}?后|同口径|可比口径|按?可比价格?|可比|同比|环比|比[^，。；占]{2,10}?|较[^，。；占]{2,10}?|年均|平均|实际|名义|累计|合计|提前|又|均|都|再|日均|月均|约|已)*'
const CHANGES =
  '(?:(?:增长|增加(?!值)|增收|增产|增支|减收|下降|减少|减产|提高|提升|上升|上涨|降低|回落|回升|缩小|扩大|增幅|降幅|涨幅|压减|收窄|下调|上调|缩短|多增|少增|[增降减])(?:了|到|至|为|达|约|近|超|均|幅度|以上|[^，。；]{0,2}个|\\p{Script=Han}{0,1})?$|(?:增速|增幅|总量|水平|涨幅|降幅)?(?:高于|低于|快于|慢于|好于|高出|超出|超过|超))'
/** words that tell a change of something named before (同比增长, 剔除减税因素后增长, 增速高于全国) */
export const CHANGE = new RegExp(`^${BASIS}${CHANGES}`, 'u')
/** the same at the end of an indicator, to be taken off where the thing itself is meant */
const CHANGED = new RegExp(`(?<=.{2})${BASIS}(?:增长|增加|增收|增产|减收|下降|减少|减产|提高|提升|上升|上涨|降低|回落|缩小|压减|缩短)$`, 'u')

/** 国内生产总值年均增长 → 国内生产总值: what grew. */
export const level = (indicator: string): string => indicator.replace(CHANGED, '')

/** a measure that leaves out whose it is (蔬菜播种面积3938公顷，产量106551吨), and the measure that it takes the place of */
export const METRIC_ALONE = /^(?:增加值|总?产量|总?产值|单产|亩产|总?面积|销售额|营业收入|利润总?额?|货值|总投资|投资额|存栏|出栏|资金|总数|总量)$/u
export const METRIC_TAIL = /(?:播种面积|种植面积|总?产值|总?面积|总?产量|增加值|总额)$/u

/** a rate of what is done with things counted before (办复率, 立案率): its subject is they */
export const PROCESS_RATE = /^(?:首次|一次性|按时|按期)?(立案|办复|办结|答复|满意|基本满意|采纳|采用|录用|落实|解决|转化|调解|化解|执结|结案|上线|升学|就业|合格|达标|优良|覆盖|签约|完成|参与|审结|整改|反馈)率$/u

/** a noun that says by itself what kind of thing it is, so that a part named by it (其中) needs no other */
export const FULL_NOUN = /(?:[员人者口户业额量值率品款]|企业|项目|提案|案件|收入|支出|投资|出口|进口|面积|里程|资金|人口|学校|医院|委员|党员|群众|干部|教师|学生)$/u

/** results that say little by themselves: which activity brought them is the name of the row */
export const GENERIC =
  /^(?:先后|共|累计)?(?:提出|形成|收集|征集|收到|报送|反馈|梳理|发现|解决|整改|服务|培训|开展|组织|举办|通过|提供|首批聘任|首批聘请|聘任)?(?:各类|各方面|各级|有关|相关|具体|有效|合理化|履职)*(?:意见和?建议|协商建议|对策建议|建议|意见|问题|活动|信息|群众|村民|成果|调研成果|学习|集中学习|学习会|专题学习会?|专题读书班|专题学习|参与|委员参与|群众参与(?:并受益)?|试点县|专家|专家大咖|提案)(?:所涉方面)?$/u
/** Takes the words of time and manner off both ends. */
export function clean(text: string): string {
  let out = text.replace(/^[、和及与或”’》）)]+/u, '')
  for (;;) {
    const next = out.replace(LEADING, '').replace(TRAILING, '')
    if (next === out) return balanced(out)
    out = next
  }
}

/** Drops an opening quote that does not close, and a closing one that does not open. */
export function balanced(text: string): string {
  if (!/[“”《》（）()]/u.test(text)) return text.trim()
  let out = text
  for (const [open, close] of [['“', '”'], ['《', '》'], ['（', '）'], ['(', ')']] as const) {
    const opens = out.split(open).length
    const closes = out.split(close).length
    if (opens > closes) out = out.replace(open, '')
    else if (closes > opens) out = out.slice(out.indexOf(close) + 1)
  }
  return out.trim()
}

/** The last item of a list in front of a number, where all of it would be too long for a table row. */
export function lastItem(pre: string): string {
  const last = shorten(pre).split('、').at(-1) ?? ''
  return last.length <= 10 ? last : ''
}

/** 围绕A、B等开展专题学习 → 开展专题学习; a very long phrase keeps its end. */
export function shorten(pre: string): string {
  if (pre.length <= 16) return pre
  const whole = pre.replace(/(?:首次|先后)?以[^，。；]{2,20}形式/u, '')
  const etc = /等(?:主题|课题|议题|方面|事项|内容|形式|工作|方式)?(?=[\p{Script=Han}“”]{4,}$)/u.exec(whole)
  const short = etc ? whole.slice(etc.index + etc[0].length) : whole
  return short.length <= 30 ? short : balanced(short.slice(-30).replace(/^[^，、的]{0,12}[、的]/u, ''))
}

export const joinNoun = (verb: string, noun: string): string => (verb === '' || noun.startsWith(verb) ? noun : verb + noun)

/** 提交大会发言 → 大会发言; 履职故事入选… → 履职故事. */
export const headNoun = (indicator: string): string => {
  const telling = /(?:入选|获评|荣获|被)/u.exec(indicator)
  const noun = telling && telling.index > 1 ? indicator.slice(0, telling.index) : indicator
  return noun.replace(CARRIED_VERB, '') || noun
}

/** 召开党组会议 → 党组会议: a verb that is always there distinguishes nothing. */
export function stripVerb(pre: string): string {
  const stripped = pre.replace(/^(?:共同|联合|协助)?(?:召开|举办|组织召开|组织开展|举行|开设|建成(?!区)|成立)(?:了|过)?(?=\S{3,})/u, '')
  return stripped === '' ? pre : stripped
}
