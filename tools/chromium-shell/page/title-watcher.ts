/**
 * Tells of the page's title when its document has been read and whenever it changes.
 *
 * It refers to nothing outside itself, because its source text is evaluated in the page.
 */
export function watchTitle(tell: (title: string) => void): void {
  let told = ''
  const look = (): void => {
    const { title } = document
    if (title === told) return
    told = title
    tell(title)
  }
  document.addEventListener('DOMContentLoaded', () => {
    look()
    new MutationObserver(look).observe(document.head, { subtree: true, childList: true, characterData: true })
  })
}
