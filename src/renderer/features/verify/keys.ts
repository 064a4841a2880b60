/** What a key asks for while figures are verified. */
export type Key = 'verify' | 'paragraph' | 'doubt' | 'value' | 'noFigure' | 'source' | 'withdraw' | 'undo' | 'redo' | 'next' | 'previous' | 'nextSection' | 'previousSection' | 'first' | 'summary' | 'left' | 'all' | 'doubtful' | 'leave'

type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

const NAMED: Readonly<Record<string, Key>> = {
  Enter: 'verify', ArrowRight: 'next', ArrowDown: 'next', ' ': 'next', ArrowLeft: 'previous', ArrowUp: 'previous', PageDown: 'nextSection', PageUp: 'previousSection',
  Home: 'first', End: 'summary', F2: 'value', Backspace: 'withdraw', Escape: 'leave',
}
const LETTERS: Readonly<Record<string, Key>> = { y: 'verify', d: 'doubt', e: 'value', n: 'noFigure', s: 'source', z: 'undo', '1': 'left', '2': 'all', '3': 'doubtful' }

/** What was asked for; undefined for keys that mean nothing here. An input method that is on takes letters away: then the key's place on the keyboard counts. */
export function keyOf({ key, code, ctrlKey, metaKey, altKey, shiftKey }: Pressed): Key | undefined {
  const letter = (/^(?:Key|Digit|Numpad)([A-Z0-9])$/u.exec(code)?.[1] ?? key).toLowerCase()
  if (ctrlKey || metaKey) return altKey ? undefined : letter === 'z' ? (shiftKey ? 'redo' : 'undo') : letter === 'y' && !shiftKey ? 'redo' : undefined
  if (altKey) return undefined
  if (shiftKey) return key === 'Enter' ? 'paragraph' : letter === 'z' ? 'redo' : undefined
  return NAMED[key] ?? LETTERS[letter]
}

/** The legend below the card. */
export const LEGEND: readonly (readonly [keys: string, does: string])[] = [
  ['回车', '已核'], ['D', '存疑'], ['E', '改值'], ['→ 空格', '下一处'], ['←', '上一处'], ['S', '来源'], ['N', '不是数据'], ['Z', '撤销'], ['退格', '改回未核'], ['Shift+回车', '本段已核'], ['PgDn', '下一板块'], ['End', '小结'], ['Esc', '结束'],
]
