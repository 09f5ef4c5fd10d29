import type { OutputAt } from '#shared/contract/contract.ts'
import type { BundledClient } from '#shared/bundles/bundled-client.ts'
import type { ClientId } from '#shared/records/ids.ts'
import type { ClientPart, ShareChoice } from '#shared/sharing/share-choice.ts'
import type { ListedSent, Shareable, ShareableDetail } from '#shared/sharing/shared-client.ts'

/** What is chosen on the screen: several people get the same, each in a file of their own. */
export interface ShareForm {
  readonly recipients: readonly string[]
  readonly clients: readonly ClientPart[]
  readonly withWellbeing: boolean
}

/** What was chosen and not sent at an earlier visit, for the people and clients who are still there. */
export function keptForm({ recipients, clients, whom }: OutputAt<'sharing.choices'>): ShareForm {
  return {
    recipients: recipients.map(({ id }) => id).filter((id) => whom.recipients.includes(id)),
    clients: clients.flatMap(({ chosen }) => chosen ?? []),
    withWellbeing: whom.withWellbeing,
  }
}

/** The least of a client: the question from the agenda, the usual scales, all sessions with what was noted of strains, and nothing that is usually left out. */
export function newPart({ clientId, question }: Pick<Shareable, 'clientId' | 'question'>): ClientPart {
  return {
    clientId,
    question,
    series: null,
    sessions: { kind: 'all' },
    withDates: false,
    withRuptures: true,
    withNotes: false,
    withWords: false,
    withAgreements: false,
  }
}

/** The scales that are shared unless others are chosen. */
export const usualSeries = ({ series }: ShareableDetail): string[] =>
  series.filter(({ isUsual }) => isUsual).map(({ id }) => id)

/** What one person gets. */
export function choiceFor(
  { clients, withWellbeing }: ShareForm,
  contactId: string,
  usual: ReadonlyMap<ClientId, readonly string[]>,
): ShareChoice {
  return {
    contactId,
    clients: clients.map((part) => ({
      ...part,
      series: [...(part.series ?? usual.get(part.clientId) ?? [])],
    })),
    withWellbeing,
  }
}

/** The same choice for the same person once more, with the clients who are still there. */
export function formOfSent({ contactId, clients, isWithWellbeing }: ListedSent): ShareForm {
  return {
    recipients: [contactId],
    clients: clients.map(({ choice }) => choice),
    withWellbeing: isWithWellbeing,
  }
}

/** Whether a client's consent allows sharing with everyone who was chosen. */
export function isAllowed(
  { allowsAll, allowedContacts }: Pick<Shareable, 'allowsAll' | 'allowedContacts'>,
  recipients: readonly string[],
): boolean {
  return allowsAll || recipients.every((id) => allowedContacts.includes(id))
}

/** A scale's score in a session of a bundle; null without one. */
export function scoreIn(series: BundledClient['series'][number], session: number): number | null {
  return series.scores.find((score) => score.session === session)?.value ?? null
}
