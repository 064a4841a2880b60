import { readNumeral } from '../../../text/numerals.ts'
import type { Pattern } from './slip.ts'

const UNIT = '(?:人次|场次|批次|户次|平方米|公里|公顷|小时|课时|万元|亿元|[个件篇场名户期批份条吨亩座所处间台辆套例起门支株棵头张项次人元])'
const HAN = '[二三四五六七八九十百][一二三四五六七八九十百零]{0,4}'
const SERIES = '（GB/T 15835—2011，4.3，同类别同形式）'
const JOINT = '(?:[、，]|和|及|以及)'

/** 二〇, 三三 and 二三十 are no plain numbers */
const isPlain = (number: string): boolean => !/[一二三四五六七八九][一二三四五六七八九]|十十|百百/u.test(number)

/** 十一月 → 11月 */
const monthInDigits = (month: string): string => `${readNumeral(month.slice(0, -1))}月`

/**
 * Numbers in characters right beside digits: bare values of one list (5人、八人和12人), an item between two with digits (公园8个、步道十二公里、公厕9座), a month
 * beside months in digits, a decade (二十世纪80年代). Signs first: few paragraphs have a character numeral before a unit.
 */
export const BESIDE: readonly Pattern[] = [
  {
    sign: '二三四五六七八九十',
    needs: /\d\p{Script=Han}{1,3}(?:[、，和及])[二三四五六七八九十]/u,
    pattern: new RegExp(`(?<=\\d[余多]?(${UNIT})${JOINT})(${HAN})\\1(?=[、，。；）]|和|及)`, 'gu'),
    judge: ({ 2: number = '' }) => (isPlain(number) ? { message: `并列的数字写法不一：“${number}”宜用阿拉伯数字${SERIES}` } : undefined),
  },
  {
    sign: '二三四五六七八九十',
    needs: /[二三四五六七八九十]\p{Script=Han}{1,3}[、，和及]\d/u,
    pattern: new RegExp(`(?<=(?:为|派出|发放|完成|达|\\p{Script=Han}{2}))(?<![第届每近数几前后上下])(?<![一二三四五六七八九十百千零〇\\d])(${HAN})(${UNIT})(?=(?:、|和|及)\\d[\\d,.]*\\2(?:[、，。；）]|和|及))`, 'gu'),
    judge: ({ 1: number = '' }) => (isPlain(number) ? { message: `并列的数字写法不一：“${number}”宜用阿拉伯数字${SERIES}` } : undefined),
  },
  {
    sign: '三四五六七八九十',
    needs: /\d\p{Script=Han}{1,3}[、，]\p{Script=Han}{2,12}[、，和及]/u,
    pattern: new RegExp(`(?<=\\d[余多]?${UNIT}[、，]\\p{Script=Han}{2,8})(?<![第届每近数几前后上下分为各其余级另一二三四五六七八九十百千零〇\\d])([三四五六七八九]|二?十[一二三四五六七八九]?|[三四五六七八九]十[一二三四五六七八九]?|${HAN}百[一二三四五六七八九十零]+)${UNIT}(?=(?:、|和|及)\\p{Script=Han}{2,8}\\d[\\d,.]*[余多]?${UNIT})`, 'gu'),
    judge: ({ 1: number = '' }) => (isPlain(number) ? { message: `并列各项的数字写法不一：“${number}”宜用阿拉伯数字${SERIES}` } : undefined),
  },
  {
    sign: '月',
    needs: /[一二三四五六七八九十]月/u,
    pattern: /(?<=^|[。；，])(十[一二]?|[一二三四五六七八九])月(?=[，份底初]|[上中下]旬)/gu,
    judge: ({ 0: whole, index }, text) =>
      /(?<![\d.])\d{1,2}月/u.test(text) && !/农历|阴历|正月|腊月/u.test(text.slice(Math.max(0, index - 20), index)) ? { message: `月份写法不一：本段他处作阿拉伯数字，“${whole}”宜照此${SERIES}` } : undefined,
  },
  {
    // 6月、9月、十一月; 三月三 and 五月节 are feasts, 八月十五 a day of the old calendar
    sign: '月',
    needs: /\d月(?:[、和及]|以及)[一二三四五六七八九十]{1,2}月|[一二三四五六七八九十]月(?:[、和及]|以及)\d{1,2}月/u,
    pattern: /(?<=(?<![\d.])\d{1,2}月(?:[、和及]|以及))(?:十[一二]?|[二三四五六七八九])月(?![一二三四五六七八九十节花革诗鲜])|(?<![一二三四五六七八九十历正腊个第闰])(?:十[一二]?|[二三四五六七八九])月(?=(?:[、和及]|以及)\d{1,2}月(?!\d))/gu,
    judge: ({ 0: whole, index }, text) =>
      /农历|阴历|正月|腊月/u.test(text.slice(Math.max(0, index - 20), index + 12)) ? undefined : { message: `并列的月份写法不一：“${whole}”宜用阿拉伯数字${SERIES}`, suggestion: monthInDigits(whole) },
  },
  {
    sign: '纪',
    needs: /世纪.{1,3}年代/u,
    pattern: /(?<![\d一二三四五六七八九十])(?:(?:十九|二十|二十一)世纪[1-9]0年代|(?:19|20|21)世纪[一二三四五六七八九]十年代)/gu,
    judge: ({ 0: whole }) => ({ message: `“${whole}”中混用汉字数字与阿拉伯数字（GB/T 15835—2011，4.3）` }),
  },
]
