/**
 * Words as Word's and WPS's 字数 counts them, by which papers and offices order texts: each Chinese character and each full-width mark is one (中文字符),
 * each run of anything else up to white space or a Chinese character is one (非中文单词): a Latin word, a number with its point and per cent sign. White
 * space counts for nothing. The marks that Chinese shares with Latin (“ ” ‘ ’ — … ·) are set in the Chinese face by Word in Chinese text, and count as Chinese.
 * What Word shows, taken apart: https://superweb999.com/article/1090995.html (字数、非中文单词、中文字符和朝鲜语单词); that a run of half-width signs is one:
 * https://ufui.net/suptblog/index.cgi?field=17.
 */
export function wordCount(text: string): number {
  let count = 0
  let inWord = false
  for (const c of text) {
    if (/^\s$/u.test(c)) inWord = false
    else if (isEastAsian(c)) {
      count++
      inWord = false
    } else if (!inWord) {
      count++
      inWord = true
    }
  }
  return count
}

/** General punctuation and symbols (℃ № ① ▲ ─), everything from the radicals on but Hangul, which is counted by words, and the characters beyond the basic plane. */
function isEastAsian(c: string): boolean {
  const code = c.codePointAt(0) ?? 0
  if (c === '·' || c === '×' || c === '÷' || c === '±' || c === '°' || c === '§') return true
  return code >= 0x2010 && !(code >= 0xac00 && code <= 0xd7ff) && !/^\p{Mark}$/u.test(c)
}
