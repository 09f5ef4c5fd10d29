import { useId, useRef, useState, useEffect, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { PromptAnswer } from '#shared/prompts/prompt-answer.ts'
import type { Prompt } from '#shared/prompts/prompt.ts'
import type { ClientId } from '#shared/records/ids.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Stack, stackClass } from '#renderer/ui/stack.tsx'
import { FailureNotice } from '../../parts/failure-notice.tsx'
import { PromptCard } from './prompt-card.tsx'
import { usePromptAnswers } from './use-prompt-answers.ts'
import common from '#renderer/ui/common.module.css'
import styles from './prompts.module.css'

type Done =
  { kind: 'answered'; title: string; answer: PromptAnswer } | { kind: 'off'; title: string; ruleId: string }

/** At most three suggestions to answer, the most urgent first. A null client means the therapist's own. */
export function PromptList({
  prompts,
  clientId,
  none,
  children,
}: {
  prompts: readonly Prompt[]
  clientId: ClientId | null
  /** The words for an empty list; not shown right after an answer. */
  none: string
  /** Content below the list: the history, the switched-off rules. */
  children?: ReactNode
}) {
  const { t } = useTranslation()
  const titleId = useId()
  const heading = useRef<HTMLHeadingElement>(null)
  const { answer, undo, switchRule } = usePromptAnswers(clientId)
  const [done, setDone] = useState<Done | null>(null)
  const isPending = answer.isPending || undo.isPending || switchRule.isPending
  const failure = answer.error ?? undo.error ?? switchRule.error
  const undone = {
    onSuccess: () => {
      setDone(null)
      heading.current?.focus()
    },
  }
  const reset = () => [answer, undo, switchRule].forEach((mutation) => mutation.reset())
  return (
    <section className={styles['prompts']} aria-labelledby={titleId}>
      <h2 id={titleId} ref={heading} tabIndex={-1}>
        {t('prompts.title')}
      </h2>
      <FailureNotice failure={failure} />
      {done === null ? null : (
        <PromptDone
          key={done.kind === 'answered' ? done.answer.id : done.ruleId}
          words={
            done.kind === 'answered'
              ? t(`prompts.done.${done.answer.answer}`, { title: done.title })
              : t('prompts.done.off', { title: done.title })
          }
          isPending={isPending}
          onUndo={() => {
            reset()
            if (done.kind === 'answered') undo.mutate({ id: done.answer.id }, undone)
            else switchRule.mutate({ ruleId: done.ruleId, isOn: true }, undone)
          }}
        />
      )}
      {prompts.length === 0 && done === null ? <p className={common['muted']}>{none}</p> : null}
      {prompts.length === 0 ? null : (
        <Stack gap={16}>
          {prompts.map((prompt) => (
            <PromptCard
              key={`${prompt.ruleId} ${String(prompt.sessionNumber)}`}
              prompt={prompt}
              clientId={clientId}
              isPending={isPending}
              onAnswer={(given, onSuccess) => {
                reset()
                answer.mutate(given, {
                  onSuccess: (kept) => {
                    onSuccess()
                    setDone({ kind: 'answered', title: prompt.title, answer: kept })
                  },
                })
              }}
              onSwitchOff={() => {
                reset()
                const { ruleId, title } = prompt
                switchRule.mutate(
                  { ruleId, isOn: false },
                  { onSuccess: () => setDone({ kind: 'off', title, ruleId }) },
                )
              }}
            />
          ))}
        </Stack>
      )}
      {children}
    </section>
  )
}

/** The last answer to a prompt with an undo button, until the next action. The focus goes to that button. */
function PromptDone({ words, isPending, onUndo }: { words: string; isPending: boolean; onUndo: () => void }) {
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
