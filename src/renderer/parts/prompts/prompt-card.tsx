import { type KeyboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { promptAnswerKinds, type PromptAnswerKind } from '#shared/prompts/prompt-answer.ts'
import type { Prompt } from '#shared/prompts/prompt.ts'
import { Card } from '#renderer/ui/card.tsx'
import { Disclosure } from '#renderer/ui/disclosure.tsx'
import common from '#renderer/ui/common.module.css'
import { DismissPanel } from './dismiss-panel.tsx'
import { answerKeys, PromptAnswerButtons } from './prompt-answer-buttons.tsx'
import { PromptRule } from './prompt-rule.tsx'
import { SourceLink } from './source-link.tsx'
import type { GivenAnswer } from './use-prompt-answers.ts'
import styles from './prompts.module.css'

/** One suggestion: its reason, the suggestion itself, its evidence, its limits, and four answers. */
export function PromptCard({
  prompt,
  isPending,
  onAnswer,
  onSwitchOff,
}: {
  prompt: Prompt
  isPending: boolean
  onAnswer: (given: GivenAnswer) => void
  onSwitchOff: () => void
}) {
  const { t } = useTranslation()
  const [isDismissing, setIsDismissing] = useState(false)
  const choose = (answer: PromptAnswerKind) => {
    if (answer === 'dismissed') setIsDismissing((isOpen) => !isOpen)
    else onAnswer({ prompt, answer, reason: null, note: '' })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && isDismissing) return setIsDismissing(false)
    if (isPending || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
    const answer = promptAnswerKinds.find((kind) => answerKeys[kind] === event.key.toLowerCase())
    if (answer === undefined) return
    event.preventDefault()
    choose(answer)
  }
  return (
    // The keys duplicate the buttons below, which name them; the card itself is not a control.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className={styles['promptCard']} onKeyDown={onKeyDown}>
      <Card title={prompt.title} level={3}>
        <dl className={styles['terms']}>
          <div>
            <dt>{t('prompts.because')}</dt>
            <dd>{prompt.because}</dd>
          </div>
          <div>
            <dt>{t('prompts.youCould')}</dt>
            <dd className={common['strong']}>{prompt.suggestion}</dd>
          </div>
          <div>
            <dt>{t('prompts.evidence')}</dt>
            <dd>
              {prompt.strength}
              <br />
              <SourceLink source={prompt.source}>
                {t('prompts.seeFinding', { citation: prompt.source.citation })}
              </SourceLink>
            </dd>
          </div>
          <div>
            <dt>{t('prompts.cantTell')}</dt>
            <dd>{prompt.cantTell}</dd>
          </div>
        </dl>
        <div data-screen-only="">
          <PromptAnswerButtons
            title={prompt.title}
            isDismissing={isDismissing}
            isPending={isPending}
            onChoose={choose}
          />
          {isDismissing ? (
            <DismissPanel
              isPending={isPending}
              onDismiss={(reason, note) => onAnswer({ prompt, answer: 'dismissed', reason, note })}
              onKeep={() => setIsDismissing(false)}
            />
          ) : null}
          <Disclosure title={t('prompts.showRule')} level={4}>
            <PromptRule prompt={prompt} onSwitchOff={onSwitchOff} />
          </Disclosure>
        </div>
      </Card>
    </div>
  )
}

function isTyping(target: EventTarget): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement
}
