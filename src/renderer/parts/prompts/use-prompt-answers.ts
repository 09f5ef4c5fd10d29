import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { DismissalReason, PromptAnswer, PromptAnswerKind } from '#shared/prompts/prompt-answer.ts'
import { promptAnswerIdSchema } from '#shared/prompts/prompt-answer.ts'
import type { Prompt } from '#shared/prompts/prompt.ts'
import type { ClientId } from '#shared/records/ids.ts'
import { useApi } from '#renderer/lib/app-context.ts'

/** What the therapist says to a prompt. */
export interface GivenAnswer {
  readonly prompt: Prompt
  readonly answer: PromptAnswerKind
  readonly reason: DismissalReason | null
  readonly note: string
}

/** Keeps answers to prompts, takes one back, and switches rules; what is shown anywhere is read anew after each. */
export function usePromptAnswers(clientId: ClientId | null) {
  const api = useApi()
  const queryClient = useQueryClient()
  const refresh = () => queryClient.invalidateQueries()
  const answer = useMutation({
    mutationFn: ({ prompt, ...given }: GivenAnswer): Promise<PromptAnswer> =>
      api.prompts.answer({
        id: promptAnswerIdSchema.parse(crypto.randomUUID()),
        clientId,
        ruleId: prompt.ruleId,
        ruleVersion: prompt.ruleVersion,
        promptSession: prompt.sessionNumber,
        ...given,
      }),
    onSettled: refresh,
  })
  const undo = useMutation({
    mutationFn: ({ id }: Pick<PromptAnswer, 'id'>) => api.prompts.undo({ id }),
    onSettled: refresh,
  })
  const switchRule = useMutation({
    mutationFn: (given: { ruleId: string; isOn: boolean }) => api.prompts.switchRule(given),
    onSettled: refresh,
  })
  return { answer, undo, switchRule }
}
