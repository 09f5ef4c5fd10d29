import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#renderer/ui/button.tsx'
import { stackClass } from '#renderer/ui/stack-class.ts'

/** The last answer to a prompt with an undo button, until the next action. The focus goes to that button. */
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
    <output className={stackClass({ direction: 'row', gap: 8, align: 'centre' })} data-screen-only="">
      {words}
      <Button kind="quiet" ref={undo} onPress={onUndo} isPending={isPending}>
        {t('prompts.undo')}
      </Button>
    </output>
  )
}
