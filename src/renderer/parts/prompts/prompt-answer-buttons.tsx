import { useTranslation } from 'react-i18next'
import { promptAnswerKinds, type PromptAnswerKind } from '#shared/prompts/prompt-answer.ts'
import { Button } from '#renderer/ui/button.tsx'
import { KeyHint } from '#renderer/ui/key-hint.tsx'
import { Stack } from '#renderer/ui/stack.tsx'
import { VisuallyHidden } from '#renderer/ui/visually-hidden.tsx'
import styles from './prompts.module.css'

/** The key for each answer, while the focus is in the card and not in a text field. */
export const answerKeys: Record<PromptAnswerKind, string> = {
  helpful: 'h',
  dismissed: 'd',
  later: 'l',
  supervision: 's',
}

/** The four answers to a prompt, each with its key. */
export function PromptAnswerButtons({
  title,
  isDismissing,
  isPending,
  onChoose,
}: {
  title: string
  /** Whether the panel of reasons for dismissing is open. */
  isDismissing: boolean
  isPending: boolean
  onChoose: (answer: PromptAnswerKind) => void
}) {
  const { t } = useTranslation()
  return (
    <Stack direction="row" gap={8} align="centre">
      {promptAnswerKinds.map((kind) => (
        <Button
          key={kind}
          kind={kind === 'helpful' ? 'secondary' : 'quiet'}
          onPress={() => onChoose(kind)}
          isPending={isPending}
          isExpanded={kind === 'dismissed' ? isDismissing : undefined}
        >
          {t(`prompts.answers.${kind}`)}
          <VisuallyHidden>: {title}</VisuallyHidden>
          <span className={styles['key']} aria-hidden="true">
            <KeyHint keys={[answerKeys[kind].toUpperCase()]} />
          </span>
        </Button>
      ))}
    </Stack>
  )
}
