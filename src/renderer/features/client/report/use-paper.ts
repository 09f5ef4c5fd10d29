import { useLayoutEffect } from 'react'
import type { PaperSize } from '#shared/reports/paper-sizes.ts'

/** What every sheet of a report needs. */
interface Paper {
  readonly title: string
  readonly code: string
  readonly size: PaperSize
}

/**
 * While a report is on the screen, paper has its size, and the client's code and the page's number at the foot of every
 * page. The document has the report's title only while it is printed, because a window's title can be seen from outside
 * the app.
 *
 * A style sheet made here is not an inline one, so the content security policy allows it.
 */
export function usePaper({ title, code, size }: Paper): void {
  useLayoutEffect(() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(pageRule({ code, size }))
    document.adoptedStyleSheets.push(sheet)
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet)
    }
  }, [code, size])
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
export function pageRule({ code, size }: Pick<Paper, 'code' | 'size'>): string {
  const foot = 'font: 9pt/1.4 "Atkinson Hyperlegible Next Variable", sans-serif; color: #474d55'
  return `@page {
    size: ${size === 'A4' ? 'A4' : 'letter'};
    margin: 16mm 18mm 20mm;
    @bottom-left { content: ${cssText(code)}; ${foot} }
    @bottom-right { content: counter(page) ' / ' counter(pages); ${foot} }
  }`
}

/** A text as CSS writes it: everything but plain letters and digits by its number, so that nothing can end it early. */
function cssText(text: string): string {
  const escaped = Array.from(text, (character) =>
    /^[A-Za-z0-9]$/.test(character) ? character : `\\${character.codePointAt(0)?.toString(16) ?? ''} `,
  )
  return `"${escaped.join('')}"`
}
