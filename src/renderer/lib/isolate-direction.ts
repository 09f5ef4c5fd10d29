// Hebrew, Arabic and the other scripts that run from right to left.
const fromRightToLeft = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u
const [firstStrongIsolate, popDirectionalIsolate] = ['\u2068', '\u2069']

/**
 * A text to put into a sentence. If it has letters that run from right to left, Unicode's isolates are around it, so
 * that the words, numbers and signs beside it stay where they are.
 */
export function isolateDirection(text: string): string {
  return fromRightToLeft.test(text) ? `${firstStrongIsolate}${text}${popDirectionalIsolate}` : text
}
