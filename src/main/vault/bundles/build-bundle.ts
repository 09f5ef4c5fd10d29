import {
  buildBundledClient,
  type BundleChoice,
  type SessionTexts,
} from '#shared/bundles/build-bundled-client.ts'
import { versionFor, type Bundle } from '#shared/bundles/bundle.ts'
import type { BundledClient } from '#shared/bundles/bundled-client.ts'
import { AppError } from '#shared/contract/result.ts'
import { ownInstruments } from '#shared/instruments/own-instruments.ts'
import { scoreResponse } from '#shared/instruments/score.ts'
import { buildOverview } from '#shared/overview/build-overview.ts'
import { daysBetween } from '#shared/records/days.ts'
import { readClientRecord } from '../records/client-record.ts'
import type { ContactRepository } from '../records/contacts/contact.repository.ts'
import type { OwnKeys } from '../records/contacts/own-keys.repository.ts'
import type { PseudonymRepository } from '../records/contacts/pseudonym.repository.ts'
import type { Records } from '../records/records.ts'
import { visibleResponses } from '../records/sessions/visible-session.ts'
import { newestChecks } from '../records/wellbeing.repository.ts'

/** What is shared of one client, and under which name. */
export interface SharedParts extends BundleChoice {
  readonly clientId: string
}

interface BuildBundleParts {
  readonly records: Records
  readonly contacts: Pick<ContactRepository, 'get'>
  readonly pseudonyms: Pick<PseudonymRepository, 'withdrawn'>
  readonly own: OwnKeys
}

interface WhatIsShared {
  readonly contactId: string
  readonly clients: readonly SharedParts[]
  readonly withWellbeing: boolean
}

const daysInWeek = 7

/**
 * Builds a bundle for a contact from the vault, and changes nothing there: the same head and choice give the same bundle
 * until the record changes. Throws `not-found` for an unknown client, contact, or one whose words were not compared.
 */
export function buildBundle(
  { records, contacts, pseudonyms, own }: BuildBundleParts,
  shared: WhatIsShared,
  { bundleId, number, madeAt }: Pick<Bundle, 'bundleId' | 'number' | 'madeAt'>,
): Bundle {
  const contact = contacts.get(shared.contactId)
  if (contact?.state !== 'compared') throw new AppError('not-found')
  // By pseudonym, so that two supervisors can't pair their clients by place.
  const clients = shared.clients
    .map((share) => bundledClientOf(records, share))
    .toSorted((one, other) => (one.pseudonym < other.pseudonym ? -1 : 1))
  return {
    format: 'attune-bundle',
    version: versionFor(clients),
    bundleId,
    number,
    madeAt,
    sender: own.public,
    recipient: contact.keys,
    withdrawn: pseudonyms.withdrawn(contact.id),
    wellbeing: shared.withWellbeing ? wellbeingOf(records, new Date(madeAt)) : null,
    clients,
  }
}

function bundledClientOf(records: Records, choice: SharedParts): BundledClient {
  const client = records.clients.get(choice.clientId)
  if (!client) throw new AppError('not-found')
  const { sessions, feelings: _feelings, ...record } = readClientRecord(records, client.id)
  const overview = buildOverview(client, sessions, {
    ...record,
    parameters: records.rules.read(),
  })
  const agreements = records.meetings.agreementsOf(client.id)
  return buildBundledClient({ ...overview, agreements, textsOf: ({ id }) => textsOf(records, id) }, choice)
}

/** What was written in a session, without what the therapist may not see yet. */
function textsOf({ sessions }: Records, sessionId: string): SessionTexts {
  const full = sessions.get(sessionId)
  if (!full) throw new AppError('not-found')
  const responses = visibleResponses(full)
  return {
    notes: full.session.notes,
    words: [
      ...responses.flatMap(({ comment, words }) => [comment, ...words]),
      ...full.events.map(({ note }) => note),
    ],
    ruptureNote: full.ruptureNote?.note ?? '',
  }
}

/** The scores of the therapist's own checks, the oldest first. Notes and the ratings of supervision itself stay out. */
function wellbeingOf({ context, instruments }: Records, now: Date): NonNullable<Bundle['wellbeing']> {
  const today = now.toISOString().slice(0, 10)
  return newestChecks(context.db)
    .filter(({ instrumentId }) => instrumentId !== ownInstruments.supervision)
    .toReversed()
    .flatMap(({ takenOn, instrumentId, instrumentVersion, answers }) => {
      const instrument = instruments.find(instrumentId, instrumentVersion)
      if (!instrument) return []
      const scores = scoreResponse(instrument, answers)
      return instrument.scales.flatMap(({ id, title, minimum, maximum }) => {
        const value = scores[id]?.value
        if (typeof value !== 'number') return []
        const days = Math.max(0, daysBetween(takenOn, today))
        return [
          {
            weeksBefore: Math.floor(days / daysInWeek),
            instrumentTitle: instrument.title,
            title,
            minimum,
            maximum,
            value,
          },
        ]
      })
    })
}
