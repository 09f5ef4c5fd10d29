import type { DismissalReason, PromptAnswerKind } from '#shared/prompts/prompt-answer.ts'
import { promptAnswerIdSchema } from '#shared/prompts/prompt-answer.ts'
import type { Prompt } from '#shared/prompts/prompt.ts'
import type { ClientId } from '#shared/records/ids.ts'
import { useChange, useChangeBy } from '#renderer/lib/change.ts'

/** The therapist's answer to a prompt. */
export interface GivenAnswer {
  readonly prompt: Prompt
  readonly answer: PromptAnswerKind
  readonly reason: DismissalReason | null
  readonly note: string
}

/** Saves answers to prompts, undoes one, and switches rules. */
export function usePromptAnswers(clientId: ClientId | null) {
  const answer = useChangeBy('prompts.answer', (keep, { prompt, ...given }: GivenAnswer) =>
    keep({
      id: promptAnswerIdSchema.parse(crypto.randomUUID()),
      clientId,
      ruleId: prompt.ruleId,
      ruleVersion: prompt.ruleVersion,
      promptSession: prompt.sessionNumber,
      ...given,
    }),
  )
  return { answer, undo: useChange('prompts.undo'), switchRule: useChange('prompts.switchRule') }
}
