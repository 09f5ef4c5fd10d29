import type { OverviewWithoutPrompts } from '#shared/overview/build-overview.ts'
import { featuresOf } from '#shared/prompts/features.ts'
import { articlesRestedOn } from '#shared/prompts/prompt-evidence.ts'
import { rules } from '#shared/prompts/rules/rules.ts'
import { choosePrompts, type ChosenPrompts } from '#shared/prompts/select-prompts.ts'
import type { ArticleLibrary } from '../evidence/article-library.ts'
import type { PromptAnswerRepository } from './prompt-answer.repository.ts'
import type { SwitchedOffRepository } from './switched-off.repository.ts'

/** Inputs for choosing prompts, besides the client's record. */
export interface PromptParts {
  readonly articles: ArticleLibrary
  readonly answers: Pick<PromptAnswerRepository, 'past'>
  readonly switchedOff: SwitchedOffRepository
}

/**
 * Chooses the prompts for a client from the data of the client's page and the therapist's words for their own feelings,
 * session by session. An ended therapy gets none, because there is no next session to prepare.
 */
export function chooseClientPrompts(
  { articles, answers, switchedOff }: PromptParts,
  overview: OverviewWithoutPrompts,
  feelings: readonly (readonly string[])[],
): ChosenPrompts {
  const { client, parameters } = overview
  const features = featuresOf({
    ...overview,
    sessions: overview.sessions.map((session, index) => ({ ...session, feelings: feelings[index] ?? [] })),
  })
  if (client.status === 'ended') return { applying: [], shown: 0, currentSession: features.currentSession }
  return choosePrompts({
    rules,
    features,
    parameters,
    articles: articlesRestedOn(rules, articles.all()),
    answers: answers.past(client.id),
    switchedOff: new Set(switchedOff.all().keys()),
  })
}
