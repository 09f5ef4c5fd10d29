import type { Handlers } from '#shared/contract/contract.ts'
import { AppError } from '#shared/contract/result.ts'
import type { Client, ClientEntry } from '#shared/records/client.ts'
import { change } from '../../database/change.ts'
import { buildOverview } from '#shared/overview/build-overview.ts'
import { packOverview, type PackedOverview } from '#shared/overview/packed-overview.ts'
import { readClientRecord } from '../../records/client-record.ts'
import { chooseClientPrompts } from '../../records/choose-client-prompts.ts'
import { todayIn } from '../../database/vault-context.ts'
import type { Records } from '../../records/records.ts'
import { codeThatLooksLike } from '../../records/clients/code-that-looks-like.ts'

export function createClientHandlers(
  records: Records,
): Omit<Handlers<'vault'>['clients'], 'forms' | 'setForms' | 'setLead' | 'setOutcomeBaseline'> {
  const { context, clients, formDrafts } = records
  const get = (id: string): Client => {
    const client = clients.get(id)
    if (!client) throw new AppError('not-found')
    return client
  }

  const assertCodeFree = (entry: ClientEntry): void => {
    const holder = clients.idWithCode(entry.code)
    if (holder !== null && holder !== entry.id) throw new AppError('code-taken', ['code'])
    // A code that an earlier version took, without comparing its looks, stays as it is.
    if (clients.get(entry.id)?.code === entry.code) return
    const other = codeThatLooksLike(entry, clients.list())
    if (other !== null) throw new AppError('code-looks-alike', ['code', other])
  }

  return {
    list: () => clients.listed(todayIn(context)),
    get: ({ id }) => get(id),
    create: (entry) =>
      change(context.db, () => {
        const existing = clients.get(entry.id)
        if (existing) {
          if (holdsSame(existing, entry)) return existing
          throw new AppError('conflict')
        }
        assertCodeFree(entry)
        const client = { ...entry, isFictional: false, createdAt: context.now().toISOString(), revision: 1 }
        clients.insert(client)
        // The draft of a new client names no client yet, so it would outlive an erasure.
        formDrafts.discard({ form: 'client', subject: 'new' })
        return client
      }),
    update: ({ entry, expectedRevision }) =>
      change(context.db, () => {
        const existing = get(entry.id)
        if (holdsSame(existing, entry)) return existing
        if (existing.revision !== expectedRevision) throw new AppError('conflict')
        assertCodeFree(entry)
        const updated = { ...existing, ...entry, revision: expectedRevision + 1 }
        clients.update(updated)
        return updated
      }),
    overview: ({ id }) => readOverview(records, get(id)),
  }
}

/** Reads all sessions of a client and computes the client's page with the current parameters. */
function readOverview(records: Records, client: Client): PackedOverview {
  const { sessions, feelings, ...record } = readClientRecord(records, client.id)
  const overview = buildOverview(client, sessions, {
    ...record,
    parameters: records.rules.read(),
    risks: records.riskPath.openOfClient(client.id),
  })
  const { applying, shown } = chooseClientPrompts(records, overview, feelings)
  return packOverview({ ...overview, prompts: applying.slice(0, shown) })
}

function holdsSame(client: Client, entry: ClientEntry): boolean {
  return (
    client.code === entry.code &&
    client.status === entry.status &&
    client.startedOn === entry.startedOn &&
    client.therapyType === entry.therapyType &&
    client.usualDurationMinutes === entry.usualDurationMinutes &&
    client.notes === entry.notes
  )
}
