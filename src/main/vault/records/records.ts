import { join } from 'node:path'
import type { VaultContext } from '../database/vault-context.ts'
import { createGistRepository } from './clients/client-gist.repository.ts'
import { createLookedAtRepository } from './clients/looked-at.repository.ts'
import { createClientFormRepository } from './clients/client-form.repository.ts'
import { createClientLeadRepository } from './clients/client-lead.repository.ts'
import { createClientForms } from './clients/client-forms.ts'
import { createClientRepository } from './clients/client.repository.ts'
import { createContactRepository } from './contacts/contact.repository.ts'
import { createOwnKeysRepository } from './contacts/own-keys.repository.ts'
import { createPseudonymRepository } from './contacts/pseudonym.repository.ts'
import { createReceivedBundleRepository } from './contacts/received-bundle.repository.ts'
import { createErasedClients } from './erased-clients.ts'
import { createFormPlanRepository } from './clients/form-plan.repository.ts'
import { createFormPlans } from './clients/form-plans.ts'
import { createOwnWordsRepository } from './clients/own-words.repository.ts'
import { createOutcomeBaselineRepository } from './clients/outcome-baseline.repository.ts'
import { createArticleLibrary } from './evidence/article-library.ts'
import { createNoteIndex, createNoteIndexRebuild } from './notes/note-index.ts'
import { createNoteSearch } from './notes/search-notes.ts'
import { createInstrumentLibrary } from './instruments/instrument-library.ts'
import { createPackRepository } from './instruments/pack.repository.ts'
import { createScaleDescriptions } from './instruments/scale-descriptions.ts'
import { createPromptAnswerRepository } from './prompts/prompt-answer.repository.ts'
import { createSwitchedOffRepository } from './prompts/switched-off.repository.ts'
import { createForesightRepository } from './foresight.repository.ts'
import { createFormDraftRepository } from './form-draft.repository.ts'
import { createReviewLineRepository } from './replies/review-line.repository.ts'
import { createSupervisorCommentRepository } from './replies/supervisor-comment.repository.ts'
import { createWrittenCommentRepository } from './replies/written-comment.repository.ts'
import { createReceivedClientRepository } from './review/received-client.repository.ts'
import { createSuperviseeRepository } from './review/supervisee.repository.ts'
import { createRetentionRepository } from './retention.repository.ts'
import { createCrisisText } from './risk/crisis-text.ts'
import { createRiskPath } from './risk/risk-path.ts'
import { createRiskRepository, type NewRisk } from './risk/risk.repository.ts'
import { createRuleParameters } from './rule-parameters.ts'
import { createClientScores } from './scores/client-scores.ts'
import { createOwnSpreads } from './scores/own-spreads.ts'
import { createScoreRepository } from './scores/score.repository.ts'
import { createCourseSessions } from './sessions/course-sessions.ts'
import { createDraftRepository } from './sessions/draft.repository.ts'
import { createRemovedSessions, type KeptSessions } from './sessions/removed-sessions.ts'
import { createRatingSurvey } from './sessions/rating-survey.ts'
import { createFirstLines } from './sessions/first-lines.ts'
import { createSessionRepository, type FullSession } from './sessions/session.repository.ts'
import { createRepairClosingRepository } from './sessions/repair-closing.repository.ts'
import { createSaidTogetherRepository } from './sessions/said-together.repository.ts'
import { createConsentRepository } from './sharing/consent.repository.ts'
import { createSentBundleRepository } from './sharing/sent-bundle.repository.ts'
import { createAgendaItemRepository } from './supervision/agenda-item.repository.ts'
import { createMeetingRepository } from './supervision/meeting.repository.ts'
import { createVaultSettingsRepository } from './vault-settings.repository.ts'

/** The records of an open vault and what ships with Attune. `onRisk` runs in the transaction that stores a new risk. */
export function createRecords(
  context: VaultContext,
  {
    assetsFolder,
    onRisk,
    removedSessions = new Map(),
  }: {
    readonly assetsFolder: string
    readonly onRisk: (risk: NewRisk) => void
    readonly removedSessions?: KeptSessions
  },
) {
  const { db } = context
  const packs = createPackRepository(db)
  const vaultSettings = createVaultSettingsRepository(db)
  const scaleDescriptions = createScaleDescriptions(vaultSettings)
  const instruments = createInstrumentLibrary(db, join(assetsFolder, 'instruments'), packs, scaleDescriptions)
  const risks = createRiskRepository(db, onRisk)
  const clients = createClientRepository(db)
  const scores = createScoreRepository(db, instruments.find)
  const ownSpreads = createOwnSpreads({ db, clients, instruments, scores })
  const closings = createRepairClosingRepository(db)
  const noteIndex = createNoteIndex(db, closings)
  const putOne = (full: FullSession): void => {
    scores.put(full)
    noteIndex.put(full)
  }
  const sessions = createSessionRepository(db, {
    ...scores,
    putOne,
    put: (full) => {
      putOne(full)
      ownSpreads.keep(full.session.clientId)
    },
  })
  const clientForms = createClientForms(createClientFormRepository(db), instruments)
  return {
    context,
    clients,
    clientForms,
    formPlans: createFormPlans({ plans: createFormPlanRepository(db), clientForms, sessions }),
    leads: createClientLeadRepository(db),
    baselines: createOutcomeBaselineRepository(db),
    sessions,
    clientScores: createClientScores({ db, clients, sessions, scores, ownSpreads }),
    ownSpreads,
    ratingSurvey: createRatingSurvey(db, sessions),
    noteIndexRebuild: createNoteIndexRebuild({ db, clients, sessions, index: noteIndex }),
    noteIndex,
    searchNotes: createNoteSearch(db),
    courseSessions: createCourseSessions(db),
    firstLines: createFirstLines(db),
    gists: createGistRepository(db),
    lookedAt: createLookedAtRepository(db),
    closings,
    ownWords: createOwnWordsRepository(db),
    saidTogether: createSaidTogetherRepository(db),
    foresights: createForesightRepository(db, vaultSettings),
    removedSessions: createRemovedSessions(db, removedSessions),
    drafts: createDraftRepository(db),
    formDrafts: createFormDraftRepository(db),
    packs,
    instruments,
    scaleDescriptions,
    risks,
    riskPath: createRiskPath(risks, instruments),
    articles: createArticleLibrary(join(assetsFolder, 'evidence')),
    answers: createPromptAnswerRepository(db),
    agendaItems: createAgendaItemRepository(db),
    meetings: createMeetingRepository(db),
    ownKeys: createOwnKeysRepository(db),
    contacts: createContactRepository(db),
    pseudonyms: createPseudonymRepository(db),
    receivedBundles: createReceivedBundleRepository(db),
    supervisees: createSuperviseeRepository(db),
    receivedClients: createReceivedClientRepository(db),
    writtenComments: createWrittenCommentRepository(db),
    reviewLines: createReviewLineRepository(db),
    supervisorComments: createSupervisorCommentRepository(db),
    consents: createConsentRepository(db),
    sentBundles: createSentBundleRepository(db),
    switchedOff: createSwitchedOffRepository(db),
    erasedClients: createErasedClients(db),
    retention: createRetentionRepository(db),
    vaultSettings,
    rules: createRuleParameters(vaultSettings),
    crisisText: createCrisisText(vaultSettings),
  }
}

export type Records = Readonly<ReturnType<typeof createRecords>>
