import { useContext, useLayoutEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { usualPaper } from '#shared/reports/paper-sizes.ts'
import { useAbout } from '#renderer/lib/app-context.ts'
import { isolateDirection } from '#renderer/lib/isolate-direction.ts'
import { usePaper } from '#renderer/lib/use-paper.ts'
import { ChartSubjectContext } from './chart-subject.ts'
import { whenDrawn } from './when-drawn.ts'

/**
 * Whether a figure is printed without the rest of its screen, and a function that prints it so once its drawing is there.
 * `frame` is what the drawing is in. The function rejects if no drawing comes.
 */
export function usePrintAlone(frame: { readonly current: HTMLElement | null }): {
  readonly isAlone: boolean
  readonly print: () => Promise<void>
} {
  const [isAlone, setIsAlone] = useState(false)
  useLayoutEffect(() => {
    if (!isAlone) return
    const end = () => setIsAlone(false)
    // A system without any printer may report no end. Whatever the user does next comes after it.
    const ends = ['afterprint', 'pointerdown', 'keydown']
    for (const event of ends) window.addEventListener(event, end, true)
    return () => {
      for (const event of ends) window.removeEventListener(event, end, true)
    }
  }, [isAlone])
  return {
    isAlone,
    print: async () => {
      await whenDrawn(frame)
      // The page is laid out for paper as soon as it is asked to print, before React's next render.
      flushSync(() => setIsAlone(true))
      window.print()
    },
  }
}

/** While it is there, paper is the usual one of this country, with the client's code and the day at its foot. */
export function FigurePaper({ title }: { title: string }) {
  const { t } = useTranslation()
  const { locale } = useAbout()
  const subject = useContext(ChartSubjectContext)
  const [date] = useState(() => new Date())
  const foot =
    subject === null
      ? t('charts.print.foot', { date })
      : t('charts.print.footWithCode', { code: isolateDirection(subject.code), date })
  usePaper({ title, foot, size: usualPaper(locale) })
  return null
}
