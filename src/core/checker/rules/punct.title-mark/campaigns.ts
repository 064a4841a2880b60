/** A name between book-title marks that is no title. UTF-16, half-open, with its marks. */
export interface NoTitle {
  start: number
  end: number
  name: string
  what: 'event' | 'honour'
  /** may be the title of a programme as well */
  unsure: boolean
}

/** 《打假护农》专项行动: what stands behind says that it is done and not written; 行动方案 is a document */
const CAMPAIGN =
  /《([^《》〈〉“”，。；：]{2,16})》(?=(专项行动|专项整治|集中整治|攻坚行动|百日行动|行动|志愿服务活动|志愿服务行动|服务活动|走访活动|实践活动|结对活动|帮扶活动|工作法|工程|品牌|系列活动|主题活动|主题党日活动|活动)(?!方案|计划|指南|纲要|手册|办法|通知|意见|片|的通知|的意见))/gu
/** works give activities their name as well: only what tells a deed is no work */
const OF_WORKS = new Set(['系列活动', '主题活动', '主题党日活动', '活动', '品牌', '实践活动', '工程'])
const DEED = /^(?:送.{1,4}[进到下入]|.{2,6}[进走入下](?:校园|社区|企业|农村|乡村|基层|万家|机关|课堂|网格|千家|村|企)|走|访|迎|护|暖|助|我为|.{0,4}(?:在行动|回头看|大走访|大排查|大练兵|大比武|大讨论|大宣讲|攻坚|帮扶|护航|护苗|清朗|净网))/u
const WRITTEN = /(?:法|典|条例|规定|办法|细则|准则|规则|章程|规划|纲要|意见|方案|决定|计划|通知|指南|公约|宣言|报告|公报|讲话|[报刊]|杂志|读本|选读|摘编|全书|概论|宪法|史|论|集|记|传|经|曲|歌|颂|诗|治国理政|论述)$/u
const TAKEN_UP = /(?:落实|按照|根据|印发|学习|贯彻|观看|收看|宣传|宣讲|唱|演|读|播|看|依据|推进|赏析|《[^》]*》[、和与]?)$/u
const DOES = /(?:开展|启动|组织|组织开展|深入开展|扎实开展|持续开展|部署|参加|推进|实施|举办|深化|打造|创建|推行|推广)(?:了|全[国省市县区]|“[^”]{1,10}”)?$/u

/** 获评《浙江工匠》: nothing but an honour is awarded in these words; a certificate or a paper is none */
const HONOUR = /(?:获评|被?评为|被授予|荣膺|被命名为|命名为|被认定为|评选出|选树|当选)(?:为|了|全?国|国家级|全?[省市县区]|[省市县区]级|年度|\d{4}年度?|第[^，。；]{1,3}届){0,3}《([^《》〈〉“”，。；：]{2,20})》(?=称号|荣誉|\d+[人名个家户]|[，。；、]|等)/gu
const NO_HONOUR = /(?:[报刊网卡片剧歌]|证|证书|杂志|周刊|丛书|条例|办法|规定|意见|方案|名录|名单|目录)$/u

/** Campaigns, brands and honours in 《》 (GB/T 15834—2011, 4.15: 书名号 for works and documents only). Linear in the text. */
export function noTitles(text: string): NoTitle[] {
  const out: NoTitle[] = []
  for (const { index, 0: surface, 1: name = '', 2: kind = '' } of text.matchAll(CAMPAIGN)) {
    const before = text.slice(Math.max(0, index - 14), index)
    if (WRITTEN.test(name) || TAKEN_UP.test(before)) continue
    const isDeed = DEED.test(name)
    if (OF_WORKS.has(kind) && !isDeed && !(kind === '工程' && DOES.test(before))) continue
    out.push({ start: index, end: index + surface.length, name, what: 'event', unsure: OF_WORKS.has(kind) && !DOES.test(before) })
  }
  if (!/[评予膺名定出树选]/u.test(text)) return out
  for (const { index, 0: surface, 1: name = '' } of text.matchAll(HONOUR)) {
    const start = index + surface.length - name.length - 2
    if (!NO_HONOUR.test(name)) out.push({ start, end: index + surface.length, name, what: 'honour', unsure: false })
  }
  return out
}
