import type { Cases } from '../../case.ts'

export const cases: Cases = {
  valid: [
    '服务大厅错时开放（12:00—14:30），群众满意；数据见附表（附表1、2），按（比例1:15）配备，（包括：1）调研；2）视察）。',
    '擦亮“同心向党”品牌（2024年），出台《关于‘一委一品’的办法》和《转发〈办法〉的通知》。',
    '工作分三步：1）调研；2）协商；（3）反馈。a)立项，b)结项。',
    '《Li’s Report》与writers’ club',
    '《关于印发《提案办理办法》的通知》（县委办〔2024〕5号）',
    { why: 'half-width and full-width brackets make a pair, their widths are another rule', text: ['开化县政协（以下简称县政协)召开会议。'] },
    { why: 'a quotation of several paragraphs opens each and closes once', text: ['“第一段引文，', '“第二段引文，', '“最后一段引文。”'] },
    { why: 'a quotation broken into two paragraphs', text: ['他说：“春风又绿江南岸，', '明月何时照我还。”'] },
    '“大学习、‘大走访’”活动，19"显示器，writer\'s，"Smart City"展。',
    { why: 'single marks in a headline', text: ['# 打造‘枫桥式’法庭'] },
    '省委指出：“坚持‘四敢’争先，‘四干’争优。”',
  ],
  invalid: [
    {
      why: 'where the mark that is missing belongs: behind the title, the figure, the sentence that was said, before what the named thing is',
      text: ['制定《代表建议督办办法实施后，答复更快。', '培训干部420人次（其中村干部186人次，覆盖面更广。', '老人说：“现在看病方便多了。全年巡诊126场。', '开展“清风校园专项整治。', '按照《信访工作条例》、党员教育管理条例》要求。', '接诊21万人次其中急诊1.8万人次），增长6%。'],
      findings: [
        { message: '《 没有与之配对的 》，疑漏在“督办办法”之后', at: '制定‹《›', also: ['办‹法实›施'] },
        { message: '（ 没有与之配对的 ），疑漏在“86人次”之后', at: '420人次‹（›', also: ['人‹次，›覆盖'] },
        { message: '“ 没有与之配对的 ”，疑漏在“便多了。”之后', at: '说：‹“›现在', also: ['了‹。全›年'] },
        { message: '“ 没有与之配对的 ”，疑漏在“清风校园”之后', at: '开展‹“›清风', also: ['校‹园专›项'] },
        { message: '》 前面没有与之配对的 《，疑漏在“党员教育”之前', at: '管理条例‹》›要求', also: ['条例》‹、党›员'] },
        { message: '） 前面没有与之配对的 （，疑漏在“其中急诊”之前', at: '急诊1.8万人次‹）›', also: ['21万人‹次其›中'] },
      ],
    },
    {
      why: 'an inner quotation closed by a double mark',
      text: ['委员们说，“协商既‘面对面’又‘键对键”，群众参与进来，共识就有了”。', '“做到‘有求必应”、‘有难必帮’，才算尽责”。'],
      findings: [
        { message: '引号不配对：‘ 应以 ’ 结束', at: '键对键‹”›', also: ['又‹‘›键对'], suggestion: '’' },
        { message: '引号不配对：‘ 应以 ’ 结束', at: '必应‹”›', also: ['做到‹‘›有求'], suggestion: '’' },
      ],
    },
    {
      why: 'the next paragraph begins with a quotation of its own',
      text: ['“策把重点。市政协主席牵头“打造桥头堡”课题，持续跟踪。', '“行”接地气。“民之关切”就是方向。'],
      findings: [{ message: '“ 没有与之配对的 ”，疑漏在“策把重点”之后', at: '‹“›策把', also: ['策把重‹点。›市'] }],
    },
    { text: ['推进‘智慧法院’建设。'], findings: [{ message: '引号应先用双引号，双引号之内再用单引号', at: '推进‹‘›智', also: ['法院‹’›建'], severity: 'warning' }] },
    { text: ['实施"人才强校"战略。'], findings: [{ message: '中文用了直引号"，应为弯引号“”', at: '实施‹"›人', also: ['强校‹"›战'], severity: 'warning' }] },
    { text: ['擦亮“同心向党品牌，打造“书香政协”平台。'], findings: [{ message: '“ 没有与之配对的 ”，疑漏在“同心向党”之后', at: '擦亮‹“›同心', also: ['向‹党品›牌'] }] },
    { text: ['印发《提案工作条例，修订《委员履职办法》。'], findings: [{ message: '《 没有与之配对的 》，疑漏在“工作条例”之后', at: '印发‹《›提案', also: ['条‹例，›修'] }] },
    { text: ['擦亮同心向党”品牌。'], findings: [{ message: '” 前面没有与之配对的 “，疑漏在“同心向党”之前', at: '向党‹”›品牌', also: ['擦‹亮同›心'] }] },
    { text: ['出台办法（试行，自7月1日起施行。'], findings: [{ message: '（ 没有与之配对的 ），疑漏在“试行”之后', at: '办法‹（›试行', also: ['试‹行，›自'] }] },
    { text: ['印发《“书香政协》建设”方案。'], findings: [{ message: '“” 与 《》 交叉，应成对嵌套', at: '《‹“›书香', also: ['建设‹”›方案'] }] },
    { text: ['擦亮“同心向党“品牌，服务大局。'], findings: [{ message: '引号方向不对，此处应为 ”', at: '向党‹“›品牌', also: ['擦亮‹“›同心'], suggestion: '”' }] },
    { text: ['他说：“要办好“民生议事堂”，常议常新。”'], findings: [{ message: '双引号之内再用引号，应改用单引号', at: '办好‹“›民生', also: ['他说：‹“›要办'], severity: 'warning' }] },
  ],
}
