import { randomUUID } from 'node:crypto'
import type { Prompt } from '#shared/prompts/prompt.ts'
import { promptAnswerEntrySchema, type PromptAnswerEntry } from '#shared/prompts/prompt-answer.ts'
import type { SessionEvent } from '#shared/records/session.ts'
import { clientEntry, sessionLog } from '../../../testing/entries.ts'
import { createTestVault } from '../../../testing/test-vault.ts'

/** A client whose newest session has the given noted events, which cause prompts. */
export async function vaultWithPrompts(kinds: SessionEvent['kind'][] = ['concern-raised', 'client-cried']) {
  const vault = createTestVault()
  const { api } = vault
  const client = await api.clients.create(clientEntry({ code: 'Fern' }))
  const hold = async (number: number, events: SessionEvent['kind'][]) => {
    const log = sessionLog(client.id, {
      session: { number },
      events: events.map((kind) => ({ id: randomUUID(), kind, note: '' })),
    })
    await api.sessions.save({ log, expectedRevision: 0 })
    return log.session.id
  }
  const sessionId = await hold(1, kinds)
  const shown = async () => (await api.clients.overview({ id: client.id })).prompts
  const shownIds = async () => (await shown()).map(({ ruleId }) => ruleId)
  return { ...vault, client, hold, sessionId, shown, shownIds }
}

/** A therapist’s answer to a shown prompt: that it was helpful, unless changed. */
export function answerTo(
  prompt: Prompt | undefined,
  clientId: string | null,
  change: Partial<PromptAnswerEntry> = {},
): PromptAnswerEntry {
  return promptAnswerEntrySchema.parse({
    id: randomUUID(),
    clientId,
    ruleId: prompt?.ruleId,
    ruleVersion: prompt?.ruleVersion,
    promptSession: prompt?.sessionNumber,
    answer: 'helpful',
    reason: null,
    note: '',
    ...change,
  })
}
