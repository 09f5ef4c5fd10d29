import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#renderer/ui/button.tsx'
import styles from './prompts.module.css'

/** What was just done to a prompt, with the way back, until the next thing is done. The focus goes to the way back. */
export function PromptDone({
  words,
  isPending,
  onUndo,
}: {
  words: string
  isPending: boolean
  onUndo: () => void
}) {
  const { t } = useTranslation()
  const undo = useRef<HTMLButtonElement>(null)
  useEffect(() => undo.current?.focus(), [])
  return (
    <output className={styles['done']} data-screen-only="">
      {words}
      <Button kind="quiet" ref={undo} onPress={onUndo} isPending={isPending}>
        {t('prompts.undo')}
      </Button>
    </output>
  )
}
