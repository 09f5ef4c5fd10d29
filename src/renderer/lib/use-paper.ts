import { useLayoutEffect } from 'react'
import type { PaperSize } from '#shared/reports/paper-sizes.ts'

/** What every sheet needs. */
interface Paper {
  readonly title: string
  /** The words at the foot of every page, such as the client's code. */
  readonly foot: string
  readonly size: PaperSize
}

/**
 * While the component is there, paper has this size, and the foot's words and the page's number at the foot of every page.
 * The document has the title only while it is printed, because a window's title can be seen from outside the app.
 *
 * A style sheet made here is not an inline one, so the content security policy allows it.
 */
export function usePaper({ title, foot, size }: Paper): void {
  useLayoutEffect(() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(pageRule({ foot, size }))
    document.adoptedStyleSheets.push(sheet)
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet)
    }
  }, [foot, size])
  useLayoutEffect(() => {
    const before = document.title
    const begin = (): void => void (document.title = title)
    const end = (): void => void (document.title = before)
    window.addEventListener('beforeprint', begin)
    window.addEventListener('afterprint', end)
    return () => {
      end()
      window.removeEventListener('beforeprint', begin)
      window.removeEventListener('afterprint', end)
    }
  }, [title])
}

/** The page's size and its foot. */
export function pageRule({ foot, size }: Pick<Paper, 'foot' | 'size'>): string {
  const looks = 'font: 9pt/1.4 "Atkinson Hyperlegible Next Variable", sans-serif; color: #474d55'
  return `@page {
    size: ${size === 'A4' ? 'A4' : 'letter'};
    margin: 16mm 18mm 20mm;
    @bottom-left { content: ${cssText(foot)}; ${looks} }
    @bottom-right { content: counter(page) ' / ' counter(pages); ${looks} }
  }`
}

/** A text as CSS writes it: everything but plain letters and digits by its number, so that nothing can end it early. */
function cssText(text: string): string {
  const escaped = Array.from(text, (character) =>
    /^[A-Za-z0-9]$/.test(character) ? character : `\\${character.codePointAt(0)?.toString(16) ?? ''} `,
  )
  return `"${escaped.join('')}"`
}
