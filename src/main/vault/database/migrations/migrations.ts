import type Database from 'better-sqlite3'
import type { Migration } from './migration.ts'
import { meta } from './0010-meta.ts'
import { clients } from './0020-clients.ts'
import { sessions } from './0030-sessions.ts'
import { drafts } from './0040-drafts.ts'
import { instruments } from './0050-instruments.ts'
import { wellbeing } from './0060-wellbeing.ts'
import { vaultSettings } from './0070-vault-settings.ts'
import { packs } from './0080-packs.ts'
import { riskAnswers } from './0090-risk-answers.ts'
import { clientOutcome } from './0100-client-outcome.ts'
import { handOverPin } from './0140-hand-over-pin.ts'
import { evidence } from './0110-evidence.ts'
import { prompts } from './0120-prompts.ts'
import { audit } from './0130-audit.ts'
import { retention } from './0160-retention.ts'
import { erasures } from './0190-erasures.ts'
import { typedInput } from './0200-typed-input.ts'
import { scores } from './0210-scores.ts'
import { ownSpreads } from './0240-own-spreads.ts'
import { clientLeads } from './0250-client-leads.ts'
import { noteIndex } from './0270-note-index.ts'
import { lookedAt } from './0300-looked-at.ts'
import { notedRuptures } from './0310-noted-ruptures.ts'
import { supervision } from './0320-supervision.ts'
import { contacts } from './0330-contacts.ts'
import { review } from './0350-review.ts'
import { replies } from './0360-replies.ts'
import { sharing } from './0340-sharing.ts'
import { clientGists } from './0370-client-gists.ts'
import { promptsToDiscuss } from './0380-prompts-to-discuss.ts'
import { heldCounts } from './0410-held-counts.ts'
import { times } from './0290-times.ts'
import { versionsHandedOver } from './0230-versions-handed-over.ts'
import { whatHasLeft } from './0420-what-has-left.ts'
import { repairClosings } from './0430-repair-closings.ts'
import { saidTogether } from './0440-said-together.ts'
import { fromPaper } from './0450-from-paper.ts'
import { ownWords } from './0470-own-words.ts'
import { formPlans } from './0480-form-plans.ts'
import { foresights } from './0490-foresights.ts'
import { receivedWithdrawals } from './0520-received-withdrawals.ts'
import { askedInTheDay } from './0560-asked-in-the-day.ts'
import { declinedInSessions } from './0570-declined-in-sessions.ts'

/** Every step, in order. The last one's number is the schema's version. */
export const migrations: readonly Migration[] = [
  meta,
  clients,
  sessions,
  drafts,
  instruments,
  wellbeing,
  vaultSettings,
  packs,
  riskAnswers,
  clientOutcome,
  evidence,
  prompts,
  audit,
  handOverPin,
  retention,
  erasures,
  typedInput,
  scores,
  versionsHandedOver,
  ownSpreads,
  clientLeads,
  noteIndex,
  times,
  lookedAt,
  notedRuptures,
  supervision,
  contacts,
  sharing,
  review,
  replies,
  clientGists,
  promptsToDiscuss,
  heldCounts,
  whatHasLeft,
  repairClosings,
  saidTogether,
  fromPaper,
  ownWords,
  formPlans,
  foresights,
  receivedWithdrawals,
  askedInTheDay,
  declinedInSessions,
]

/** Migrates a database to the last of the given steps. Each step is one transaction that also sets the version. */
export function migrate(db: Database.Database, steps: readonly Migration[]): void {
  for (const step of steps) {
    db.transaction(() => {
      if (Number(db.pragma('user_version', { simple: true })) >= step.version) return
      db.exec(step.up)
      db.pragma(`user_version = ${step.version}`)
    }).immediate()
  }
}
