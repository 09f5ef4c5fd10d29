import type { Handlers } from '#shared/contract/contract.ts'
import { AppError } from '#shared/contract/result.ts'
import type { Client, ClientEntry } from '#shared/records/client.ts'
import { change } from '../../database/change.ts'
import { todayIn, type VaultContext } from '../../database/vault-context.ts'
import type { ClientRepository } from '../../records/clients/client.repository.ts'
import type { OverviewReader } from './read-overview.ts'

export function createClientHandlers(
  context: VaultContext,
  clients: ClientRepository,
  readOverview: OverviewReader,
): Omit<Handlers<'vault'>['clients'], 'forms' | 'setForms' | 'setOutcomeBaseline'> {
  const get = (id: string): Client => {
    const client = clients.get(id)
    if (!client) throw new AppError('not-found')
    return client
  }

  const assertCodeFree = (entry: ClientEntry): void => {
    const holder = clients.idWithCode(entry.code)
    if (holder !== null && holder !== entry.id) throw new AppError('code-taken', ['code'])
  }

  return {
    list: () => {
      const today = todayIn(context)
      return clients.list().map((client) => ({ client, ...clients.counts(client.id, today) }))
    },
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
    overview: ({ id }) => readOverview(get(id)),
  }
}

function holdsSame(client: Client, entry: ClientEntry): boolean {
  return (
    client.code === entry.code &&
    client.status === entry.status &&
    client.startedOn === entry.startedOn &&
    client.therapyType === entry.therapyType &&
    client.notes === entry.notes
  )
}
