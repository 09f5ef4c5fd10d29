import type { Operations } from './operation.ts'
import { attention } from './operations/attention.ts'
import { audit } from './operations/audit.ts'
import { backups } from './operations/backups.ts'
import { clients } from './operations/clients.ts'
import { contacts } from './operations/contacts.ts'
import { drafts } from './operations/drafts.ts'
import { evidence } from './operations/evidence.ts'
import { exports } from './operations/exports.ts'
import { formPlans } from './operations/form-plans.ts'
import { foresight } from './operations/foresight.ts'
import { handOver } from './operations/hand-over.ts'
import { imports } from './operations/imports.ts'
import { keys } from './operations/keys.ts'
import { instruments } from './operations/instruments.ts'
import { ownWords } from './operations/own-words.ts'
import { packs } from './operations/packs.ts'
import { paper } from './operations/paper.ts'
import { practice } from './operations/practice.ts'
import { prompts } from './operations/prompts.ts'
import { reading } from './operations/reading.ts'
import { repairs } from './operations/repairs.ts'
import { reports } from './operations/reports.ts'
import { replies } from './operations/replies.ts'
import { review } from './operations/review.ts'
import { rights } from './operations/rights.ts'
import { risk } from './operations/risk.ts'
import { ruleSettings } from './operations/rule-settings.ts'
import { sample } from './operations/sample.ts'
import { sessions } from './operations/sessions.ts'
import { sharing } from './operations/sharing.ts'
import { supervision } from './operations/supervision.ts'
import { together } from './operations/together.ts'
import { vaultFolder } from './operations/vault-folder.ts'
import { today } from './operations/today.ts'
import { vault } from './operations/vault.ts'
import { wellbeing } from './operations/wellbeing.ts'

/** Operations that the vault process serves. */
export const vaultContract = {
  vault,
  backups,
  keys,
  audit,
  clients,
  sessions,
  drafts,
  today,
  attention,
  repairs,
  together,
  paper,
  ownWords,
  formPlans,
  foresight,
  practice,
  wellbeing,
  supervision,
  contacts,
  replies,
  review,
  sharing,
  handOver,
  ruleSettings,
  packs,
  risk,
  prompts,
  rights,
  exports,
  imports,
  reports,
  instruments,
  evidence,
  reading,
  sample,
  vaultFolder,
} satisfies Operations
