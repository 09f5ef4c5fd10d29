import type { Query, QueryClient, QueryKey } from '@tanstack/react-query'
import type { ChangePath, OutputAt, QueryPath } from '#shared/contract/contract.ts'
import type { VaultStatus } from '#shared/contract/operations/vault.ts'
import type { ErrorCode } from '#shared/contract/result.ts'

/**
 * Which answers a change makes stale. Stale answers on screen load again at once. Others are dropped, so that the next
 * screen that asks for one waits for the new answer and never draws the old one.
 */
type Effect =
  /** All answers of the vault. The change counts as done only once the screen shows it. */
  | 'everything'
  /** The same, but the change is done at once: its screen closes, or already shows its input. */
  | 'everything, without waiting'
  /** The same, but answers on screen stay until their screen goes. */
  | 'everything, once opened again'
  /** The same except the vault's status, which the change answers and its screen passes on. */
  | 'everything but the status'
  | 'nothing'
  | readonly QueryPath[]

/** Changes that answer with the vault's status. */
type AnswersStatus = { [P in ChangePath]: OutputAt<P> extends VaultStatus ? P : never }[ChangePath]

/** The exceptions: every other change makes everything stale. */
const exceptions = {
  // Served by the main process; the vault's answers don't depend on them.
  'app.noteActivity': 'nothing',
  'app.noteCopied': 'nothing',
  'app.quit': 'nothing',
  'app.showTextMenu': 'nothing',
  'app.zoom': 'nothing',
  'files.choose': 'nothing',
  'files.printPage': 'nothing',
  'links.openDoi': 'nothing',
  'lock.now': 'nothing',
  'lock.ready': 'nothing',
  'settings.update': ['settings.get'],
  // During the first start the rest of the app sees the open vault only at the end.
  'vault.create': 'everything but the status',
  'vault.unlock': 'everything but the status',
  'vault.unlockWithRecoveryKey': 'everything but the status',
  'keys.changePassphrase': 'everything but the status',
  'keys.choosePassphrase': 'everything but the status',
  'keys.confirmRecoveryKey': 'everything but the status',
  'keys.reencrypt': 'everything but the status',
  'vault.goOn': 'everything but the status',
  'keys.setPin': 'everything but the status',
  'keys.removePin': 'everything but the status',
  // Nothing has changed yet, or the change is cancelled.
  'keys.beginRecoveryKey': 'nothing',
  'keys.beginReencryption': 'nothing',
  'keys.cancel': 'nothing',
  'keys.prove': 'nothing',
  'backups.open': 'nothing',
  'backups.cancelRestore': 'nothing',
  'reading.cancel': 'nothing',
  'replies.cancel': 'nothing',
  'replies.prepare': 'nothing',
  'review.preview': ['audit.overview', 'audit.list'],
  'review.cancel': 'nothing',
  // The data on screen is gone from the vault.
  'review.eraseClient': 'everything, once opened again',
  'review.eraseSupervisee': 'everything, once opened again',
  // The answer is the new list.
  'backups.chooseFolder': ['backups.status'],
  'backups.forgetFolder': ['backups.status'],
  // All screens unmount with their data.
  'backups.restore': 'nothing',
  'handOver.begin': 'nothing',
  'handOver.beginTogether': 'nothing',
  'handOver.agree': 'nothing',
  'handOver.finish': 'nothing',
  'handOver.return': 'nothing',
  // Sent every few hundred milliseconds while the user types, or while a page is printed.
  'drafts.save': ['today.get', 'attention.list', 'attention.today'],
  'drafts.saveForm': 'nothing',
  'drafts.discardForm': 'nothing',
  'handOver.saveAnswers': 'nothing',
  'audit.notePrinted': 'nothing',
  // They add an entry to the audit log.
  'exports.noteChartCopied': ['audit.overview', 'audit.list'],
  'exports.saveChart': ['audit.overview', 'audit.list'],
  'contacts.saveCard': ['audit.overview', 'audit.list'],
  'contacts.noteCardCopied': ['audit.overview', 'audit.list'],
  // The log screen loads its draft again, or closes.
  'drafts.discard': ['today.get', 'attention.list', 'attention.today'],
  'sessions.save': 'everything, without waiting',
  // Its screen goes to the moved session.
  'sessions.move': 'everything, once opened again',
  'risk.acknowledge': 'everything, without waiting',
  'risk.close': 'everything, without waiting',
  'clients.create': 'everything, without waiting',
  'clients.update': 'everything, without waiting',
  'evidence.saveOwn': 'everything, without waiting',
  // Their forms go away with the answer, and have to finish their drafts first.
  'contacts.makeCard': 'everything, without waiting',
  'contacts.compare': 'everything, without waiting',
  'repairs.close': 'everything, without waiting',
  'together.say': 'everything, without waiting',
  'foresight.seal': ['foresight.ofSession', 'foresight.sums', 'audit.overview', 'audit.list'],
  'foresight.setOn': ['foresight.get', 'foresight.ofSession', 'foresight.sums'],
  'ownWords.add': 'everything, without waiting',
  'ownWords.reword': 'everything, without waiting',
  'replies.write': 'everything, without waiting',
  'replies.addLine': 'everything, without waiting',
  // A visible list keeps its rows, so that none moves under the pointer.
  'evidence.mark': 'everything, once opened again',
  'evidence.saveNote': 'everything, once opened again',
  // Their screens show the answers.
  'clients.setForms': 'everything, once opened again',
  // The data on screen is gone from the vault.
  'evidence.removeOwn': 'everything, once opened again',
  'rights.erase': 'everything, once opened again',
  'contacts.remove': 'everything, once opened again',
} as const satisfies Partial<Record<ChangePath, Effect>> &
  Record<ChangePath<'app'>, 'nothing' | readonly QueryPath<'app'>[]> &
  Record<AnswersStatus, 'everything but the status'>

/** A change that makes nothing stale. */
export type UnfeltPath = {
  [P in keyof typeof exceptions]: (typeof exceptions)[P] extends 'nothing' ? P : never
}[keyof typeof exceptions]

/** The answers that a failed change makes stale. */
const afterFailure: Partial<Record<ChangePath, Effect>> = {
  // A try was counted, or the vault is in another state than shown.
  'vault.unlock': ['vault.status'],
  'vault.unlockWithRecoveryKey': ['vault.status'],
  'handOver.return': ['vault.status'],
  // The answered prompt may have changed.
  'prompts.answer': 'everything',
  'prompts.undo': 'everything',
  'prompts.switchRule': 'everything',
  // The ratings may have changed since the shelf was shown.
  'supervision.takeUp': 'everything',
  'audit.check': ['audit.overview', 'audit.list'],
  'backups.make': ['backups.list', 'backups.status'],
}

/** Queries that no change in the vault makes stale. */
const untouched = {
  'app.about': true,
  'lock.last': true,
  'settings.get': true,
  // Read once per unlock, to spare repeated disk access.
  'vaultFolder.get': true,
} as const satisfies Partial<Record<QueryPath, true>> & Record<QueryPath<'app'>, true>

/** Failures after which the vault may be read-only: every screen must show that at once. */
const closesWriting: ReadonlySet<ErrorCode> = new Set(['vault-damaged', 'read-only'])

const pathOf = (key: readonly unknown[] | undefined): string => String(key?.[0])

/** Marks what a successful change makes stale; resolves when the change counts as done. */
export async function markStale(client: QueryClient, mutationKey: readonly unknown[]): Promise<void> {
  const path = pathOf(mutationKey)
  await apply(client, Object.hasOwn(exceptions, path) ? effectOf(exceptions, path) : 'everything')
}

/** Marks what a new day or another time zone makes stale: every answer may count days. */
export async function markDayStale(client: QueryClient): Promise<void> {
  await apply(client, 'everything, without waiting')
}

/** Marks what a failed change or query makes stale. */
export async function markStaleAfterFailure(
  client: QueryClient,
  code: ErrorCode,
  mutationKey?: readonly unknown[],
): Promise<void> {
  if (closesWriting.has(code)) void apply(client, ['vault.status'])
  await apply(client, effectOf(afterFailure, pathOf(mutationKey)))
}

/** What a screen keeps in the cache for itself, such as the filters of a list, has a key without a path. */
function isAnswer(key: QueryKey): boolean {
  return pathOf(key).includes('.')
}

/** Drops a stale answer when the last screen that shows it has gone. */
export function dropWhenLeft(client: QueryClient): void {
  const cache = client.getQueryCache()
  const drop = (query: Query): void => {
    const isLeft = query.getObserversCount() === 0 && cache.get(query.queryHash) === query
    if (isLeft && query.state.isInvalidated && isAnswer(query.queryKey)) cache.remove(query)
  }
  cache.subscribe(({ type, query }) => {
    // The next screen may show the same answer; it asks for it in the same moment.
    if (type === 'observerRemoved') queueMicrotask(() => drop(query))
  })
}

function effectOf(effects: Partial<Record<ChangePath, Effect>>, path: string): Effect {
  // A key that is not in the table itself finds nothing.
  return effects[path as ChangePath] ?? 'nothing'
}

async function apply(client: QueryClient, effect: Effect): Promise<void> {
  if (effect === 'nothing') return
  const isMeant = (path: string): boolean =>
    typeof effect === 'string'
      ? !Object.hasOwn(untouched, path) && (effect !== 'everything but the status' || path !== 'vault.status')
      : effect.some((named) => named === path)
  const predicate = ({ queryKey }: { readonly queryKey: QueryKey }): boolean => isMeant(pathOf(queryKey))
  client.removeQueries({
    type: 'inactive',
    predicate: (query) => isAnswer(query.queryKey) && predicate(query),
  })
  const done = client.invalidateQueries({
    predicate,
    refetchType: effect === 'everything, once opened again' ? 'none' : 'active',
  })
  if (effect !== 'everything, without waiting') await done
}
