import type { OverviewWithoutPrompts } from '#shared/overview/build-overview.ts'
import { featuresOf } from '#shared/prompts/features.ts'
import { articlesRestedOn } from '#shared/prompts/prompt-evidence.ts'
import { rules } from '#shared/prompts/rules/rules.ts'
import { choosePrompts, type ChosenPrompts } from '#shared/prompts/select-prompts.ts'
import type { Records } from './records.ts'

/**
 * Chooses the prompts for a client from the data of the client's page and the therapist's words for their own feelings,
 * session by session. An ended therapy gets none, because there is no next session to prepare.
 */
export function chooseClientPrompts(
  {
    articles,
    answers,
    switchedOff,
  }: Pick<Records, 'articles' | 'switchedOff'> & { readonly answers: Pick<Records['answers'], 'past'> },
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
