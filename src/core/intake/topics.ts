/**
 * What the sections of public bodies' annual reports are about. A heading and the paragraphs that belong under it rarely share words
 * (强化党的领导 / 理论学习, 党纪), but they share a topic. Used to put paragraphs under headings that a page tore from them.
 */
export const TOPICS: readonly (readonly string[])[] = [
  // political guidance and Party building
  ['党的领导', '党的全面领导', '党建', '政治引领', '思想政治', '理论武装', '理论学习', '政治理论', '党纪', '党组', '从严治党', '主题教育', '政治担当', '政治建设', '凝心铸魂', '理论研究', '政治责任', '意识形态'],
  // the main task: development, consultation, advice, supervision
  ['中心', '大局', '主责主业', '协商议政', '建言', '资政', '调研', '监督', '视察', '高质量发展', '重大项目', '产业', '改革', '营商环境', '决策部署', '党政关注', '经济', '投资', '招商', '创新驱动', '攻坚'],
  // people's livelihood
  ['民生', '为民', '百姓', '福祉', '提案', '社情民意', '群众', '就业', '医疗', '教育', '养老', '社会保障', '住房', '共同富裕', '冷暖', '增收'],
  // unity, united front, culture, outreach
  ['团结', '民主', '联谊', '合作共事', '统一战线', '共识', '文史', '朋友圈', '同心圆', '人心', '党派', '民族', '宗教', '港澳', '宣传', '交流', '合力'],
  // the body itself
  ['自身建设', '队伍', '机关', '效能', '作风', '履职能力', '委员活力', '能力建设', '制度化', '规范化', '强基', '固本', '干部', '培训', '管理', '补短板', '专委会', '过硬'],
  // environment and countryside
  ['生态', '绿色', '环境', '污染', '乡村振兴', '农村', '农业', '粮食', '碳'],
  // security and governance
  ['安全', '稳定', '治理', '法治', '平安', '信访', '应急', '风险', '矛盾纠纷'],
  // opening up, culture, science
  ['开放', '外贸', '外资', '口岸', '一带一路', '科技', '人才', '文化', '体育', '旅游'],
]
