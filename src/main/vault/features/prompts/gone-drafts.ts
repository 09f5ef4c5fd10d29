import { dismissalSubjects } from '#shared/prompts/prompt-answer.ts'
import { change } from '../../database/change.ts'
import type { Records } from '../../records/records.ts'
import { createClientPrompts } from './client-prompts.ts'
import { chooseOwnPrompts } from './own-prompts.ts'

const form = 'prompt-dismissal'
/** A correction or a rule that is switched on again can bring a prompt back, and with it the words that were typed. */
const daysToComeBack = 30

/**
 * Removes reasons for a dismissal that nobody can reach any more: nothing was typed for 30 days, and the rule makes no
 * prompt about that session now, for instance because a newer session has replaced it.
 */
export function discardGoneDrafts(records: Records): void {
  const { clients, context, formDrafts } = records
  const earliest = new Date(context.now().getTime() - daysToComeBack * 86_400_000).toISOString()
  const old = formDrafts.listOf(form).filter(({ updatedAt }) => updatedAt < earliest)
  if (context.db.readonly || old.length === 0) return
  const promptsOf = createClientPrompts(records)

  const subjectsOf = (clientId: string | null): Set<string> => {
    const client = clientId === null ? null : clients.get(clientId)
    const chosen = client ? promptsOf(client) : chooseOwnPrompts(records)
    return new Set(
      [...chosen.applying, ...chosen.folded].map(
        ({ ruleId, sessionNumber }) =>
          `${dismissalSubjects({ clientId: client?.id ?? null, ruleId })} ${String(sessionNumber)}`,
      ),
    )
  }
  const gone = old.filter(({ clientId, subject }) => !subjectsOf(clientId).has(subject))
  if (gone.length === 0) return
  change(context.db, () => gone.forEach(({ subject }) => formDrafts.discard({ form, subject })))
}
