import { useEffect, useEffectEvent, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { foreseenKinds, type Foreseen } from '#shared/records/foresight.ts'
import type { SessionId } from '#shared/records/ids.ts'
import { useAsk } from '#renderer/lib/ask.ts'
import { useChange } from '#renderer/lib/change.ts'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { KeyHint } from '#renderer/ui/key-hint.tsx'
import { Stack, stackClass } from '#renderer/ui/stack.tsx'
import common from '#renderer/ui/common.module.css'

/**
 * Asks after a save what the therapist foresees of the next session, above the next steps. It takes no focus, so leaving
 * it out costs nothing. While the focus is in the same bar, one letter answers. Renders nothing while it is switched off.
 */
export function ForesightStep({ sessionId, code }: { sessionId: SessionId; code: string }) {
  const { t } = useTranslation()
  const found = useAsk('foresight.ofSession', { sessionId })
  const sealing = useChange('foresight.seal')
  const step = useRef<HTMLDivElement>(null)
  const sealed = useRef<HTMLOutputElement>(null)
  const asked = found.data?.asked ?? null
  const isSealed = sealing.isSuccess && found.data?.isForeseen === true
  const seal = (foreseen: Foreseen): void => {
    if (!sealing.isPending) sealing.mutate({ sessionId, foreseen })
  }
  const hadFocus = useRef(false)
  useEffect(() => {
    // The buttons are gone, so the line that replaced them takes the focus that was on one of them.
    if (isSealed && hadFocus.current) sealed.current?.focus()
  }, [isSealed])
  const onLetter = useEffectEvent((event: KeyboardEvent): void => {
    const bar = step.current?.parentElement
    if (asked === null || !(event.target instanceof Element) || !bar?.contains(event.target)) return
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.repeat) return
    const foreseen = foreseenKinds.find((kind) => t(`foresight.keys.${kind}`) === event.key.toUpperCase())
    if (foreseen === undefined) return
    event.preventDefault()
    seal(foreseen)
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => onLetter(event)
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
  if (asked === null && !isSealed) return null
  return (
    <div
      ref={step}
      onFocus={() => {
        hadFocus.current = true
      }}
      onBlur={({ relatedTarget }) => {
        // Only a focus that goes elsewhere leaves; that of a button that is gone does not.
        if (relatedTarget !== null) hadFocus.current = false
      }}
    >
      {asked === null ? (
        <output ref={sealed} tabIndex={-1}>
          {t('foresight.ask.sealed')}
        </output>
      ) : (
        <Stack gap={4}>
          <fieldset
            aria-label={t('foresight.ask.label')}
            className={stackClass({ direction: 'row', gap: 12, lineGap: 8, align: 'centre' })}
          >
            <span>{t('foresight.ask.text', { code, scale: asked.title })}</span>
            {foreseenKinds.map((kind) => (
              <Button key={kind} onPress={() => seal(kind)}>
                {t(`foresight.ask.${kind}`)} <KeyHint keys={[t(`foresight.keys.${kind}`)]} />
              </Button>
            ))}
          </fieldset>
          <p className={common['note']}>{t('foresight.ask.note', { points: asked.leastChange })}</p>
          <FailureNotice failure={sealing.error} />
        </Stack>
      )}
    </div>
  )
}
