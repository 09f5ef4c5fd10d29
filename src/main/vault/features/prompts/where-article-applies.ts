import type { ArticleUse } from '#shared/prompts/article-use.ts'
import type { Prompt } from '#shared/prompts/prompt.ts'
import type { ChosenPrompts } from '#shared/prompts/select-prompts.ts'
import type { Client } from '#shared/records/client.ts'
import { sessionIdSchema } from '#shared/records/ids.ts'
import type { ClientPromptsReader } from './client-prompts.ts'

interface WhereParts {
  readonly clients: { list: () => Client[] }
  readonly promptsOf: ClientPromptsReader
  readonly ownPrompts: () => ChosenPrompts
  readonly sessionWithNumber: (clientId: string, number: number) => string | null
}

/** Finds the clients (and own checks) to whom a prompt based on this study applies now. */
export function whereArticleApplies(parts: WhereParts, articleId: string): ArticleUse {
  return {
    clients: parts.clients.list().flatMap((client) => {
      const { id: clientId, code: clientCode, isFictional, status } = client
      if (status === 'ended') return []
      return restingOn(parts.promptsOf(client), articleId).flatMap((use) => {
        const sessionId = parts.sessionWithNumber(clientId, use.sessionNumber)
        return sessionId === null
          ? []
          : [{ clientId, clientCode, isFictional, sessionId: sessionIdSchema.parse(sessionId), ...use }]
      })
    }),
    own: restingOn(parts.ownPrompts(), articleId).map(({ sessionNumber: _check, ...use }) => use),
  }
}

function restingOn({ applying, folded, shown }: ChosenPrompts, articleId: string) {
  return [...applying, ...folded].flatMap((prompt, index) => {
    const effectId = effectIn(prompt, articleId)
    if (effectId === null) return []
    const { ruleId, title, because, sessionNumber } = prompt
    return [{ ruleId, title, because, effectId, sessionNumber, isShown: index < shown }]
  })
}

function effectIn({ source, furtherSources }: Prompt, articleId: string): string | null {
  return [source, ...furtherSources].find((one) => one.articleId === articleId)?.effectId ?? null
}
