import type { SessionExtent } from '#shared/contract/operations/sessions.ts'
import { AppError } from '#shared/contract/result.ts'
import type { SessionId } from '#shared/records/ids.ts'
import { sequenceOf } from '../../database/change.ts'
import type { Records } from '../../records/records.ts'
import { readSessionRows } from '../../records/sessions/session-rows.ts'
import type { CopiesOfVault } from './remove-session.ts'

/** Counts what belongs to a session, and finds what Attune can't take back. */
export async function sessionExtent(
  records: Omit<Records, 'removedSessions'>,
  copies: Pick<CopiesOfVault, 'leavesBackupsOn'>,
  id: SessionId,
): Promise<SessionExtent> {
  const { context, sessions, riskPath, supervisorComments, sentBundles } = records
  const found = sessions.get(id)
  if (!found) throw new AppError('not-found')
  const { clientId, number, date } = found.session
  const rows = readSessionRows(context.db, id)
  const count = (name: string): number =>
    rows.filter(({ table }) => table === name).reduce((sum, each) => sum + each.rows.length, 0)
  const risks = riskPath.ofSession(id)
  return {
    revision: found.revision,
    date,
    earlierVersions: count('session_versions'),
    hasDraft: count('drafts') > 0,
    riskAnswers: risks.length,
    unreadRisks: risks.filter(({ acknowledged }) => acknowledged === null).length,
    prompts: count('prompt_answers'),
    agendaItems: count('agenda_items'),
    baselines: count('outcome_baselines'),
    ownRatings: count('own_ratings'),
    declinedForms: count('declined_forms'),
    comments: supervisorComments
      .ofClient(clientId)
      .filter(({ about }) => about.kind === 'session' && about.session === number).length,
    sharedWith: sentBundles.holdingsOf(clientId).map(({ contactName }) => contactName),
    leavesBackupsOn: await copies.leavesBackupsOn(sequenceOf(context.db) + 1),
  }
}
