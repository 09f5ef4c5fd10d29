import type { Archive } from '#shared/archive/archive.ts'

/** The lists of an archive. */
export type ArchiveList = {
  [K in keyof Archive]: Archive[K] extends readonly unknown[] ? K : never
}[keyof Archive]

/** A table and how its rows become records. */
export interface ArchivedTable {
  readonly table: string
  /** The sort order of the rows. The same vault always gives the same archive. */
  readonly order: string
  /** Columns that hold JSON, which the archive contains as values instead of text. */
  readonly json?: readonly string[]
  /** Rows that stay in the vault: those with such a value in a column. */
  readonly without?: { readonly column: string; readonly values: readonly string[] }
  /** Rows that leave the vault only if the value of a column finds something by this statement. */
  readonly only?: { readonly by: string; readonly found: string }
  /** Columns computed from others. The archive leaves them out. */
  readonly derived?: readonly string[]
  /** Columns that stay in the vault and its backups: for the therapist alone, or a name in bundles. */
  readonly personal?: readonly string[]
}

/**
 * Finds the foresight of a session only once it has opened, as `openForesight` says: a session after it was missed, has the
 * client's form, or took place before yet another one. What is still sealed is in no file.
 */
const openForesights = `SELECT 1 FROM foresights f JOIN sessions s ON s.id = f.session_id
  JOIN sessions next ON next.client_id = s.client_id AND next.number > s.number
  WHERE f.session_id = ? AND (next.status IN ('late-cancel', 'no-show') OR (next.status = 'held' AND (
    EXISTS (SELECT 1 FROM responses r WHERE r.session_id = next.id AND r.rater = 'client'
      AND r.instrument_id = f.instrument_id)
    OR EXISTS (SELECT 1 FROM sessions more WHERE more.client_id = s.client_id AND more.number > next.number
      AND more.status IN ('held', 'late-cancel', 'no-show')))))
  LIMIT 1`

/** Which table each list of an archive comes from. */
export const archivedTables: Readonly<Record<ArchiveList, ArchivedTable>> = {
  clients: { table: 'clients', order: 'created_at, id', derived: ['code_key'] },
  sessions: { table: 'sessions', order: 'client_id, number', json: ['rupture_note'] },
  responses: { table: 'responses', order: 'session_id, position', json: ['answers', 'words'] },
  sessionEvents: { table: 'session_events', order: 'session_id, position' },
  sessionVersions: { table: 'session_versions', order: 'session_id, revision', json: ['content'] },
  riskAnswers: { table: 'risk_answers', order: 'answered_at, id' },
  clientForms: { table: 'client_forms', order: 'client_id, position' },
  clientLeads: { table: 'client_leads', order: 'client_id' },
  attentionLookedAt: { table: 'attention_looked_at', order: 'client_id, kind' },
  repairClosings: { table: 'repair_closings', order: 'client_id, session_id' },
  saidTogether: { table: 'said_together', order: 'client_id, session_id' },
  foresights: { table: 'foresights', order: 'session_id', only: { by: 'session_id', found: openForesights } },
  ownWords: { table: 'own_words', order: 'client_id, position' },
  ownWordings: { table: 'own_wordings', order: 'own_words_id, position' },
  ownRatings: { table: 'own_ratings', order: 'session_id, wording_id, rated_at' },
  ownWordsPlaces: { table: 'own_words_places', order: 'client_id' },
  formPlans: { table: 'form_plans', order: 'client_id, instrument_id' },
  declinedForms: { table: 'declined_forms', order: 'client_id, instrument_id, session_id' },
  outcomeBaselines: { table: 'outcome_baselines', order: 'client_id, instrument_id' },
  promptAnswers: { table: 'prompt_answers', order: 'answered_at, id', json: ['prompt'] },
  agendaItems: { table: 'agenda_items', order: 'created_at, id', json: ['reason'] },
  supervisionMeetings: {
    table: 'supervision_meetings',
    order: 'held_on, saved_at, id',
    personal: ['left_unsaid'],
  },
  supervisionAgreements: {
    table: 'supervision_agreements',
    order: 'agreed_on, id',
    derived: ['held_when_agreed', 'held_when_answered'],
  },
  sharingConsents: { table: 'sharing_consents', order: 'given_on, id' },
  sentBundles: { table: 'sent_bundles', order: 'sent_at, id' },
  sentClients: {
    table: 'sent_clients',
    order: 'bundle_id, client_id',
    json: ['choice'],
    personal: ['pseudonym'],
  },
  supervisorComments: {
    table: 'supervisor_comments',
    order: 'client_id, came_at, id, contact_id',
    json: ['about', 'study'],
  },
  promptRulesOff: { table: 'prompt_rules_off', order: 'rule_id' },
  retentionDecisions: { table: 'retention_decisions', order: 'client_id' },
  drafts: { table: 'drafts', order: 'session_id', json: ['log'] },
  formDrafts: {
    table: 'form_drafts',
    order: 'form, subject',
    json: ['content'],
    // What a supervisor writes about a supervisee’s client is in no archive, and neither is a draft of it.
    without: { column: 'form', values: ['review-comment', 'review-line'] },
  },
  handOverDrafts: {
    table: 'hand_over_drafts',
    order: 'session_id',
    json: ['answers', 'versions', 'own_ratings', 'declined'],
  },
  wellbeingChecks: { table: 'wellbeing_checks', order: 'taken_on, id', json: ['answers'] },
  instruments: { table: 'instruments', order: 'id, version', json: ['content'] },
  packs: { table: 'packs', order: 'id, version', json: ['content'] },
  vaultSettings: { table: 'vault_settings', order: 'name', json: ['content'] },
  ownArticles: { table: 'own_articles', order: 'id', json: ['content'] },
  evidenceMarks: { table: 'evidence_marks', order: 'article_id' },
  evidenceNotes: { table: 'evidence_notes', order: 'article_id' },
  auditEntries: { table: 'audit_entries', order: 'sequence' },
}

/** Tables that are in no archive, and why. A test fails if a table is in neither list. */
export const leftOutTables: Readonly<Record<string, string>> = {
  session_scores: 'Scores, computed from the answers and computed again where they are missing.',
  score_layouts: 'Which score stands at which place of the same rows.',
  score_state: 'Which scoring the same rows come from.',
  own_spreads: 'How far each client’s ratings lie off their own course, computed with the scores.',
  client_gists: 'What each client’s ratings and notes come to, worked out again where it is missing.',
  note_entries: 'Which session each row of the full-text index over the notes belongs to.',
  note_index: 'The full-text index over the notes, written again where it is missing.',
  note_index_state: 'Which way of indexing the same index comes from.',
  vault_meta: 'Its count of changes is at the head of the archive.',
  evidence_entries: 'An index over the evidence library, rebuilt from the shipped and the own articles.',
  earlier_keys: 'Keys that opened this vault before a re-encryption. An archive holds no keys.',
  erased_clients: 'The random ids of erased clients; the audit log has them, too.',
  hand_over_pin: 'The PIN of this computer’s hand-overs, stretched; it says nothing about anybody.',
  own_keys: 'The private keys with which bundles are signed and opened. An archive holds no keys.',
  contacts: 'Public keys of other people, of use only together with the own keys.',
  client_pseudonyms: 'What clients are called in bundles. Only the vault itself may link the two.',
  withdrawn_pseudonyms: 'Such names of clients that were erased since; random, and of nobody.',
  asked_removals: 'Which of these names bundles have asked contacts to remove.',
  shared_numbers: 'Which numbers of sessions have left in bundles; the sent bundles say what did.',
  received_bundles: 'Which bundles of those people have come.',
  supervisees:
    'What supervisees have shared is theirs, and of clients who agreed to supervision and no further copy.',
  received_clients: 'The same: a client who is withdrawn could not be removed from an archive.',
  received_sessions: 'When their sessions came.',
  received_withdrawals: 'Which of their random names were withdrawn.',
  review_comments: 'A supervisor’s comments on such clients; they reach the therapist with a reply.',
  replied_clients: 'Which of those clients a reply has named.',
  review_lines: 'What a supervisor wants to talk about with the therapist of such a client.',
  received_replies: 'Which replies have come.',
  evidence_index: 'The full-text index over the same articles.',
}
