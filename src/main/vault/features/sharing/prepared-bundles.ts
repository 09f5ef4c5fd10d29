import { createHash, randomUUID } from 'node:crypto'
import type { Bundle } from '#shared/bundles/bundle.ts'
import { writeBundle } from '#shared/bundles/bundle-json.ts'
import { strangerTest, type StrangerLine } from '#shared/bundles/stranger-test.ts'
import type { PreparedBundle } from '#shared/contract/operations/sharing.ts'
import { AppError } from '#shared/contract/result.ts'
import { realOrFictional, type Client } from '#shared/records/client.ts'
import { allows } from '#shared/sharing/consent.ts'
import { chosenSessions, type ShareChoice } from '#shared/sharing/share-choice.ts'
import { buildBundle } from '../../bundles/build-bundle.ts'
import type { OwnKeys } from '../../records/contacts/own-keys.repository.ts'
import type { Records } from '../../records/records.ts'

/** A bundle as it was shown, waiting to be saved. */
export interface Prepared {
  readonly choice: ShareChoice
  readonly head: Pick<Bundle, 'bundleId' | 'number' | 'madeAt'>
  readonly own: OwnKeys
  readonly text: string
  readonly lines: readonly string[]
}

/** What the vault would make of a choice at this moment. */
interface Drawn {
  readonly bundle: Bundle
  readonly text: string
  readonly lines: PreparedBundle['lines']
}

/**
 * The bundles that were shown and not saved yet, one for each contact. They stay in memory, and nothing of them is in the
 * database before one is saved: no pseudonym is used up by a bundle that never leaves.
 */
export function createPreparedBundles(records: Records) {
  const { clients, consents, contacts, context, instruments, pseudonyms } = records
  const waiting = new Map<string, Prepared>()
  const proposed = new Map<string, string>()

  /** What a client is called in bundles for a contact: as before, or as proposed since the unlock. */
  const pseudonymOf = (contactId: string, clientId: string): string => {
    const kept = pseudonyms.find(contactId, clientId)
    if (kept !== null) return kept
    const key = `${contactId} ${clientId}`
    const known = proposed.get(key)
    // A name that left and was withdrawn since is asked back: the client needs another one.
    if (known !== undefined && !pseudonyms.isTaken(contactId, known)) return known
    const name = pseudonyms.propose(contactId)
    proposed.set(key, name)
    return name
  }

  /** Throws `consent-missing` with the places of the clients who did not allow sharing with this contact. */
  const assertAllowed = ({ contactId, clients: shares }: ShareChoice): void => {
    const missing = shares.flatMap(({ clientId }, place) =>
      allows(consents.ofClient(clientId), contactId) ? [] : [`clients.${String(place)}`],
    )
    if (missing.length > 0) throw new AppError('consent-missing', missing.slice(0, 50))
  }

  const draw = ({ choice, head, own }: Pick<Prepared, 'choice' | 'head' | 'own'>): Drawn => {
    assertAllowed(choice)
    const { contactId, withWellbeing } = choice
    const shares = choice.clients.map((share) => {
      if (!clients.get(share.clientId)) throw new AppError('not-found', ['clients'])
      const numbers = records.courseSessions
        .ofClient(share.clientId)
        .flatMap(({ number, status }) => (status === 'planned' ? [] : [number]))
      return {
        ...share,
        pseudonym: pseudonymOf(contactId, share.clientId),
        question: share.question.trim() === '' ? null : share.question.trim(),
        series: new Set(share.series),
        sessions: new Set(chosenSessions(share.sessions, numbers)),
      }
    })
    const bundle = buildBundle(
      { records, contacts, pseudonyms, own },
      { contactId, clients: shares, withWellbeing },
      head,
    )
    if (bundle.clients.length === 0 && bundle.withdrawn.length === 0 && bundle.wellbeing === null)
      throw new AppError('nothing-to-share')
    const all = clients.list()
    const shipped = new Set(
      instruments.all().flatMap(({ origin, instrument }) => (origin === 'shipped' ? [instrument.id] : [])),
    )
    const clientOf = new Map(shares.map(({ pseudonym, clientId }) => [pseudonym, clientId]))
    const lines = strangerTest(bundle, {
      codes: all.map(({ code }) => code),
      caseload: seenNow(all),
      isOwnForm: (id) => !shipped.has(id),
    })
    return {
      bundle,
      text: writeBundle(bundle),
      lines: lines.map(({ basis, ...line }) => ({
        ...line,
        key: keyOf({ ...line, basis }, clientOf.get(line.pseudonym ?? '') ?? null),
      })),
    }
  }

  return {
    pseudonymOf,
    /** Builds the next bundle for a contact and keeps it, in place of the one before. */
    prepare: (choice: ShareChoice, own: OwnKeys): PreparedBundle => {
      const now = context.now()
      if (contacts.get(choice.contactId)?.state !== 'compared') throw new AppError('not-found', ['contactId'])
      const head = {
        bundleId: randomUUID(),
        number: contacts.nextNumber(choice.contactId, now),
        madeAt: now.toISOString(),
      }
      const { text, lines } = draw({ choice, head, own })
      waiting.set(choice.contactId, { choice, head, own, text, lines: lines.map(({ key }) => key) })
      return {
        bundleId: head.bundleId,
        text,
        clients: choice.clients.map(({ clientId }) => ({
          clientId,
          code: clients.get(clientId)?.code ?? '',
          pseudonym: pseudonymOf(choice.contactId, clientId),
        })),
        lines,
      }
    },
    /** A bundle that was shown. Throws `share-changed` if it was replaced or saved since. */
    get: (bundleId: string): Prepared => {
      const found = [...waiting.values()].find(({ head }) => head.bundleId === bundleId)
      if (found === undefined) throw new AppError('share-changed')
      return found
    },
    /**
     * The same bundle from the record of this moment. Throws `share-changed` if it differs in a byte from what was shown, or
     * something else could now give a client away.
     */
    again: (prepared: Prepared): Bundle => {
      const { bundle, text, lines } = draw(prepared)
      const isSame = text === prepared.text && lines.every(({ key }) => prepared.lines.includes(key))
      if (!isSame) throw new AppError('share-changed')
      return bundle
    },
    /** Once it is saved: the vault keeps its pseudonyms from now on. */
    forget: ({ choice: { contactId, clients: shares } }: Prepared): void => {
      waiting.delete(contactId)
      for (const { clientId } of shares) proposed.delete(`${contactId} ${clientId}`)
    },
  }
}

/** How many clients the therapist sees at present: the real ones, or the fictional ones if there are no others. */
function seenNow(all: readonly Client[]): number {
  return realOrFictional(all.filter(({ status }) => status === 'active')).length
}

/** Stands for everything that a line rests on; the client in place of the pseudonym, so that it is one for all contacts. */
function keyOf({ reason, where, session, basis }: StrangerLine, clientId: string | null): string {
  return createHash('sha256')
    .update(JSON.stringify([reason, clientId, where, session, basis]))
    .digest('hex')
}
