import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#renderer/ui/button.tsx'
import { SearchField } from '#renderer/ui/search-field.tsx'
import { findRanges } from './find-ranges.ts'
import styles from './find-in-page.module.css'

/** Names of the highlights in the style sheet. */
const all = 'found'
const current = 'found-current'

/**
 * Finds words on the screen: marks them all and goes through them with Enter and Shift+Enter. Escape closes it, and the
 * focus returns. `asked` grows each time it is asked for.
 */
export function FindBar({ asked, onClose }: { asked: number; onClose: () => void }) {
  const { t } = useTranslation()
  const [words, setWords] = useState('')
  const [place, setPlace] = useState({ at: 0, count: 0 })
  const field = useRef<HTMLInputElement>(null)
  const [focusedBefore] = useState(() => document.activeElement)
  useEffect(() => {
    field.current?.focus()
    field.current?.select()
  }, [asked])
  useEffect(() => () => showFound([], 0), [])
  const close = (): void => {
    onClose()
    if (focusedBefore instanceof HTMLElement) focusedBefore.focus()
  }
  const goTo = (typed: string, wanted: number): void => {
    // The screen may have changed since the last step.
    const ranges = findRanges(document.querySelector('main') ?? document.body, typed).filter(isDrawn)
    const at = ranges.length === 0 ? 0 : (wanted + ranges.length) % ranges.length
    setPlace({ at, count: ranges.length })
    showFound(ranges, at)
  }
  return (
    <search
      className={styles['bar']}
      aria-label={t('app.find.label')}
      data-screen-only=""
      onKeyDownCapture={(event) => {
        if (event.key !== 'Escape' && event.key !== 'Enter') return
        if (event.key === 'Enter' && event.target !== field.current) return
        event.preventDefault()
        event.stopPropagation()
        if (event.key === 'Escape') close()
        else goTo(words, place.at + (event.shiftKey ? -1 : 1))
      }}
    >
      <SearchField
        label={t('app.find.label')}
        isLabelHidden
        placeholder={t('app.find.label')}
        value={words}
        onChange={(typed) => {
          setWords(typed)
          goTo(typed, 0)
        }}
        ref={field}
      />
      <output className={styles['count']}>
        {words.trim() === ''
          ? null
          : place.count === 0
            ? t('app.find.none')
            : t('app.find.place', { at: place.at + 1, count: place.count })}
      </output>
      <Button kind="quiet" isDisabled={place.count < 2} onPress={() => goTo(words, place.at - 1)}>
        {t('app.find.before')}
      </Button>
      <Button kind="quiet" isDisabled={place.count < 2} onPress={() => goTo(words, place.at + 1)}>
        {t('app.find.next')}
      </Button>
      <Button kind="quiet" onPress={close}>
        {t('app.find.close')}
      </Button>
    </search>
  )
}

/** Whether words can be seen: those only for screen readers take a point or none. */
function isDrawn(range: Range): boolean {
  return [...range.getClientRects()].some(({ width, height }) => width > 1 && height > 1)
}

function showFound(ranges: readonly Range[], at: number): void {
  CSS.highlights.set(all, new Highlight(...ranges))
  const [shown] = ranges.slice(at)
  CSS.highlights.set(current, new Highlight(...(shown === undefined ? [] : [shown])))
  shown?.startContainer.parentElement?.scrollIntoView({ block: 'center' })
}
