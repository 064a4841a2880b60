/** 针对…问题，为方便群众办事，根据…要求，: an opening that leads up to what was done */
const OPENS = /^(?:针对|鉴于|由于|为了|为(?=解决|方便|推动|加强|确保|进一步|深入|切实|破解|提升|保障|落实|做好)|根据|按照|结合|在[^，。；]{2,20}(?:下|中|期间)，)[^，。；]{2,24}，/u
/** whom one did it with, and then nothing: 联合多部门, 组织党员干部, 会同县应急局 */
const WITH = /(?:联合|会同|协同|协调|组织|邀请|发动|抽调|聘请|带领|配合)[^，。；、]{0,8}(?:部门|单位|企业|街道|乡镇|社区|学校|公司|委员|代表|群众|干部|人员|力量|专家|党员|志愿者|律师|媒体|机构|[局委办厅院])$/u
/** 通过实地走访, 依托社区网格: by what means, and then nothing */
const BY = /，(?:先后|积极|主动|多次|全面|共)*(?:通过|依托|利用|借助|采取|会同|联合)[^，。；]{2,10}$/u
const LONGEST = 30

/** A short paragraph that stops where its sentence has only begun: 针对群众反映的油烟扰民问题，联合多部门. No heading that was taken for text reads so. */
export const isCutShort = (text: string): boolean => text.length <= LONGEST && !/[。；：！？…”》）]/u.test(text) && OPENS.test(text) && (WITH.test(text) || BY.test(text))
