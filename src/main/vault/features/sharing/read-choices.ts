import type { z } from 'zod'
import { AppError } from '#shared/contract/result.ts'
import type { StoredFormDraft } from '#shared/records/form-draft.ts'
import { leadSeries } from '#shared/series/lead-series.ts'
import {
  clientPartSchema,
  shareWhomKey,
  shareWhomSchema,
  type ShareWhom,
} from '#shared/sharing/share-choice.ts'
import type { Recipient, Shareable, ShareableDetail } from '#shared/sharing/shared-client.ts'
import { readClientRecord } from '../../records/client-record.ts'
import { unknownSince } from '../../records/sharing/unknown-sharing.ts'
import type { Records } from '../../records/records.ts'

/** With whom, and about whom, something can be shared; clients on the agenda first, then by code. */
export function readChoices(records: Records): {
  recipients: Recipient[]
  notCompared: number
  clients: Shareable[]
  whom: ShareWhom
  unknownSince: string | null
} {
  const { agendaItems, clients, consents, contacts, formDrafts, sentBundles } = records
  const all = contacts.list()
  const compared = all.filter(({ state }) => state === 'compared')
  const questions = new Map<string, string[]>()
  for (const { clientId, question } of agendaItems.inState('open'))
    if (clientId !== null) questions.set(clientId, [...(questions.get(clientId) ?? []), question.trim()])
  const chosen = new Map(
    formDrafts.listOf('share-client').map((draft) => [draft.subject, kept(draft, clientPartSchema)]),
  )
  const allowed = new Map<string, Set<string | null>>()
  for (const { clientId, contactId } of consents.given())
    allowed.set(clientId, (allowed.get(clientId) ?? new Set()).add(contactId))
  return {
    recipients: compared.map(({ id, name }) => ({
      id,
      name,
      lastSentAt: sentBundles.lastSentAt(id),
      toWithdraw: sentBundles.notAsked(id).length,
    })),
    notCompared: all.length - compared.length,
    whom: kept(formDrafts.get(shareWhomKey), shareWhomSchema) ?? { recipients: [], withWellbeing: false },
    unknownSince: unknownSince(records.vaultSettings, 'sharing'),
    clients: clients
      .list()
      .map(({ id, code }): Shareable => {
        const found = questions.get(id)
        const contactIds = [...(allowed.get(id) ?? [])]
        return {
          clientId: id,
          code,
          isOnAgenda: found !== undefined,
          question: (found ?? []).filter((question) => question !== '').join('\n'),
          allowsAll: contactIds.includes(null),
          allowedContacts: contactIds.filter((contactId) => contactId !== null),
          chosen: chosen.get(id) ?? null,
        }
      })
      .toSorted((one, other) => Number(other.isOnAgenda) - Number(one.isOnAgenda)),
  }
}

/** What a draft holds; null without one, and for one that an earlier Attune wrote differently. */
function kept<Typed>(draft: StoredFormDraft | null, schema: z.ZodType<Typed>): Typed | null {
  if (draft === null) return null
  try {
    return schema.parse(JSON.parse(draft.content))
  } catch {
    return null
  }
}

/** What of one client can be chosen: the scales with a rating, and the sessions that are over. */
export function readDetail(records: Records, clientId: string): ShareableDetail {
  if (!records.clients.get(clientId)) throw new AppError('not-found', ['clientId'])
  const { sessions, series, chosenLead } = readClientRecord(records, clientId)
  const past = sessions.filter(({ status }) => status !== 'planned')
  const scores = sessions.map((session) => session.scores)
  const lead = leadSeries(series, scores, chosenLead)
  const usual = new Set([lead?.id, lead?.pair?.id])
  return {
    sessions: past.map(({ number }) => number),
    series: series.flatMap(({ id, title, instrumentTitle, rater }) => {
      const rated = past.filter((session) => session.scores[id] !== undefined).length
      return rated === 0
        ? []
        : [{ id, title, instrumentTitle, rater, isUsual: usual.has(id), sessions: rated }]
    }),
  }
}
