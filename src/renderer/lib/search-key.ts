/** A text without case, accents and width of its letters, for comparing. */
export function folded(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()
}

/** The same without what separates the parts of a code: “K-07”, “k 07” and “K–07” are one. */
export function searchKey(text: string): string {
  return folded(text).replaceAll(/[\s\p{Pd}\p{Z}_./]/gu, '')
}
