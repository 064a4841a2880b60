import type { Cases } from '../../case.ts'

export const cases: Cases = {
  valid: [
    { why: 'numbers of the second level that run on through the parts', text: ['# 一、抓审判', '## （一）刑事', '文。', '## （二）民事', '文。', '# 二、抓队伍', '## （三）政治建设', '文。', '## （四）作风建设', '文。'] },
    { text: ['# 一、加强学习', '## （一）理论', '## （二）实践', '# 二、改进作风', '## （一）制度', '## （二）监督', '# 三、服务'] },
    { text: ['# 2023年工作回顾', '## 一、学习', '## 二、履职', '# 2024年工作任务', '## 三、提质', '## 四、增效'] },
    { text: ['# 一、学习', '# 二、履职', '# 三、提质', '# 一、重点', '# 二、保障'] },
    { text: ['# 一、学习', '正文。', '二、这一条写成了正文，很长的一段话没有单独成行。', '# 三、提质'] },
    { text: ['# 四、残页上只有这一个标题'] },
    '一是抓学习，包括一是集中学、二是交流学；二是抓调研；三是抓服务。',
    '围绕“一是一、二是二”的作风要求，第一产业增长3%，第二、第三产业分别增长5%、6%。',
    { why: 'the digest left the first point out', text: ['# 一、工作回顾', '二是深化改革。', '三是扩大开放。', '# 二、工作打算', '一是稳增长。', '补充说明一段。', '二是惠民生。'] },
    { why: 'points go on over paragraphs', text: ['主要有三点：一是认识不深；', '二是举措不实。第一，调研不够；第二，督查不够；', '三是作风不硬。'] },
    '（1）受理128件；（2）办结96件。其中：（1）信访26件；（2）诉求70件。',
  ],
  invalid: [
    { why: 'they begin anew, but with a slip', text: ['# 一、抓审判', '## （一）刑事', '文。', '## （二）民事', '文。', '# 二、抓队伍', '## （三）政治建设', '文。', '## （二）作风建设', '文。'], findings: [{ message: '标题编号跳号：应为“（一）”，文中为“（三）”', at: '‹（三）›政治', suggestion: '（一）' }] },
    {
      text: ['# 一、学习', '# 三、履职', '# 三、提质', '# 四、增效'],
      findings: [
        { message: '标题编号跳号：应为“二、”，文中为“三、”', at: '‹三、›履', suggestion: '二、' },
      ],
    },
    {
      text: ['# 一、学习', '# 二、履职', '# 二、提质'],
      findings: [
        { message: '标题编号重复：应为“三、”，文中为“二、”', at: '‹二、›提', suggestion: '三、' },
      ],
    },
    {
      text: ['# 一、学习', '# 二、履职', '# 四、提质', '# 五、增效'],
      findings: [
        { message: '标题编号跳号：应为“三、”，文中为“四、”', at: '‹四、›', suggestion: '三、' },
      ],
    },
    {
      text: ['# 一、学习', '## （一）理论', '## （二）实践', '## 3.调研', '# 二、履职'],
      findings: [
        { message: '同级标题编号体例不一：应为“（三）”，文中为“3.”', at: '‹3.›', suggestion: '（三）' },
      ],
    },
    {
      text: ['# 二、学习', '# 三、履职'],
      findings: [
        { message: '标题编号跳号：应为“一、”，文中为“二、”', at: '‹二、›', suggestion: '一、', severity: 'info' },
      ],
    },
    {
      why: 'sections were left out of an excerpt',
      text: ['# 一、学习', '# 四、履职'],
      findings: [{ message: '标题编号跳号：应为“二、”，文中为“四、”', at: '‹四、›', suggestion: '二、', severity: 'info' }],
    },
    {
      text: ['# 二、学习', '# 二、履职', '# 三、提质'],
      findings: [{ message: '标题编号跳号：应为“一、”，文中为“二、”', at: '‹二、›学', suggestion: '一、' }],
    },
    {
      why: 'the numbers of another section are none of these',
      text: ['# 一、成效', '## （一）学科', '文。', '# 二、打算', '## （二）流程', '文。', '## （二）服务', '文。'],
      findings: [{ message: '标题编号跳号：应为“（一）”，文中为“（二）”', at: '‹（二）›流程', suggestion: '（一）' }],
    },
    {
      text: ['一是完善制度；二是强化培训；四是跟踪问效。'],
      findings: [{ message: '分述序数不连续：应为“三是”，文中为“四是”', at: '‹四是›', suggestion: '三是', severity: 'warning' }],
    },
    {
      text: ['一要抓好统筹；二要抓好落实；二要抓好督查；四要抓好考核。'],
      findings: [{ message: '分述序数不连续：应为“三要”，文中为“二要”', at: '‹二要›抓好督查', suggestion: '三要', severity: 'warning' }],
    },
    {
      text: ['# 一、做法', '一是抓学习。', '二是抓调研。', '四是抓服务。'],
      findings: [{ message: '分述序数不连续：应为“三是”，文中为“四是”', at: '‹四是›', suggestion: '三是', severity: 'warning' }],
    },
    {
      text: ['主要做法：第二，强化领导；第二，压实责任；第三，严格督查。'],
      findings: [{ message: '分述序数不连续：应为“第一，”，文中为“第二，”', at: '‹第二，›强化', suggestion: '第一，', severity: 'warning' }],
    },
  ],
}
