import type { Pattern } from './slip.ts'

const HAN = '[一二三四五六七八九十]{1,3}'
const DATE = '同一日期或时间段中混用汉字数字与阿拉伯数字（GB/T 15835—2011，4.3）'
const TO = '(?:至|到|—|－|–|-|~|～)'

/** 十五日 → 15日: the numbers of a date in digits. */
const digitsOf = (text: string): string =>
  text.replace(/[一二三四五六七八九十]{1,3}/gu, (number) => {
    const [tens, ones] = number.includes('十') ? number.split('十') : ['', number]
    const digit = (c: string | undefined): number => '一二三四五六七八九'.indexOf(c === undefined || c === '' ? ' ' : c) + 1
    return String((number.includes('十') ? 10 * (tens === '' ? 1 : digit(tens)) : 0) + digit(ones))
  })

const isLunar = (text: string, at: number): boolean => /(?:农历|阴历|旧历|夏历|壮族|“)[^，。；]{0,6}$/u.test(text.slice(Math.max(0, at - 8), at))

/** Dates and times of day in two kinds of numerals: 三月28日, 5月16日至二十二日, 2024年六月, 9时至十一时, 1至十一月. */
export const DATES: readonly Pattern[] = [
  {
    sign: '月日时点',
    needs: /\d/u,
    pattern: new RegExp(
      `(?:(?<!\\d)\\d{1,2}月${HAN}日|(?<![一二三四五六七八九十\\d])${HAN}月\\d{1,2}日|\\d{1,2}日${TO}(?:\\d{1,2}月)?${HAN}日|\\d{1,2}日${TO}${HAN}月(?:\\d{1,2}|${HAN})日|(?:19|20)\\d{2}年${HAN}月(?:份|底|初|末|中旬|上旬|下旬|\\d{1,2}日|${HAN}日)?|(?<![\\d.])\\d{1,2}(?:月|时|点)?${TO}${HAN}(?:月(?!间)|时(?!代|期|段|限|间)|点(?:(?=[，。；、开召举在集])))|(?<![一二三四五六七八九十\\d])${HAN}(?:月|日|时)${TO}\\d{1,2}(?:月|日|时))`,
      'gu',
    ),
    judge: ({ 0: whole, index }, text) => (isLunar(text, index) || /^[一二三四五六七八九十]{1,3}[月日]到\d+时/u.test(whole) ? undefined : { message: DATE, suggestion: digitsOf(whole) }),
  },
  {
    // 三月二十八日 beside 5月16日
    sign: '日',
    needs: /[一二三四五六七八九十]日/u,
    pattern: new RegExp(`(?<![一二三四五六七八九十〇○\\d年])${HAN}月${HAN}日`, 'gu'),
    judge: ({ 0: whole, index }, text) =>
      /(?<!\d)\d{1,2}月\d{1,2}日/u.test(text) && !isLunar(text, index) ? { message: '日期写法不一：本段他处作阿拉伯数字（GB/T 15835—2011，4.3，同类别同形式）', suggestion: digitsOf(whole) } : undefined,
  },
  {
    // one list of ordinals: 第16次、第17次、第十八次会议
    sign: '第',
    needs: /第.*[次届期批场轮][、和及至到]/u,
    pattern: new RegExp(`第(?:\\d{1,3}|${HAN})([次届期批场轮])(?:(?:[、和及]|至|到)第?(?:\\d{1,3}|${HAN})\\1)+`, 'gu'),
    judge: ({ 0: whole }) => (/\d/u.test(whole) && /[一二三四五六七八九十]/u.test(whole) ? { message: '同一组序数写法不一，应用同一种数字（GB/T 15835—2011，4.3，同类别同形式）' } : undefined),
  },
]
