/** A report of ten sections, thirty paragraphs and 150 figures, as long as the longest that are printed, and the one of the year before. */
export function longReport(year: number, by: (n: number) => number = (n) => n): { name: string; content: string } {
  const themes = ['思想引领', '协商议政', '提案办理', '民主监督', '民生实事', '团结联谊', '文史宣传', '委员服务', '乡村振兴', '自身建设']
  const filler = '始终坚持围绕中心、服务大局，充分发挥专门协商机构作用，广泛凝聚人心、凝聚共识、凝聚智慧、凝聚力量，把协商民主贯穿履行职能全过程，推动各项工作在继承中创新、在创新中提高，得到党委、政府和社会各界的充分肯定。'
  const lines = [`临江县政协${year}年工作综述`]
  themes.forEach((theme, i) => {
    lines.push(`${'一二三四五六七八九十'.charAt(i)}、扎实推进${theme}`)
    for (const [k, group] of ['界别', '专委会', '乡镇'].entries()) {
      const n = by(20 + i * 9 + k * 3)
      lines.push(`${group}${theme}工作有序开展。${filler.repeat(3)}全年组织${group}${theme}活动${n}场，${n + 5}名委员参加，收集${group}${theme}意见建议${n + 41}条。其中被有关部门采纳的${group}${theme}建议${n + 2}条，形成${group}${theme}专题报告${Math.floor(n / 3)}篇。`)
    }
  })
  return { name: `${year}.txt`, content: lines.join('\n') }
}
