/**
 * What is worked out once of any two things and kept as long as both live: what was read of a paragraph lives as long as its text stays, so
 * that two paragraphs are compared once and not at every keystroke.
 */
export function oncePerPair<T extends object, R>(workOut: (a: T, b: T) => R): (a: T, b: T) => R {
  const known = new WeakMap<T, WeakMap<T, { of: R }>>()
  return (a, b) => {
    const before = known.get(a)?.get(b)
    if (before) return before.of
    const of = workOut(a, b)
    const others = known.get(a) ?? new WeakMap<T, { of: R }>()
    known.set(a, others)
    others.set(b, { of })
    return of
  }
}
