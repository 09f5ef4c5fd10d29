import { sessionStatuses } from '#shared/records/session.ts'

const sessionColumns =
  'id, client_id, number, status, date, time_of_day, zone, modality, duration_minutes, notes, guess, closed_at, rupture_note, revision, saved_at'
const responseColumns =
  'r.session_id, r.id, r.instrument_id, r.instrument_version, r.rater, r.occasion, r.answers, r.words, r.comment, r.recorded_at, r.from_paper_at'
const listedColumns = 'id, client_id, number, date, time_of_day, status'
/** The index on status and date serves a query by date only if it names every status. */
const everyStatus = sessionStatuses.map((status) => `'${status}'`).join(', ')
const eventColumns = 'e.session_id, e.id, e.kind, e.note'

/** Every query on sessions. A test asserts that each one's plan uses an index. */
export const sessionQueries = {
  byId: `SELECT ${sessionColumns} FROM sessions WHERE id = ?`,
  ofClient: `SELECT ${sessionColumns} FROM sessions WHERE client_id = ? ORDER BY number`,
  idByNumber: 'SELECT id FROM sessions WHERE client_id = ? AND number = ?',
  previous: `SELECT id, number FROM sessions WHERE client_id = ? AND number < ? ORDER BY number DESC LIMIT 1`,
  next: `SELECT id, number FROM sessions WHERE client_id = ? AND number > ? ORDER BY number LIMIT 1`,
  placesOfClient: 'SELECT number, date FROM sessions WHERE client_id = ? ORDER BY number',
  lastNumber: `SELECT max(coalesce((SELECT max(number) FROM sessions WHERE client_id = :clientId), 0),
    coalesce((SELECT max(number) FROM shared_numbers WHERE client_id = :clientId), 0))`,
  numbersOfOthers: `SELECT number FROM shared_numbers WHERE client_id = :clientId AND session_id IS NOT :id
    UNION SELECT number FROM sessions WHERE client_id = :clientId AND id <> :id`,
  numberOfOther: `SELECT 1 FROM shared_numbers
      WHERE client_id = :clientId AND number = :number AND session_id IS NOT :id
    UNION ALL SELECT 1 FROM sessions WHERE client_id = :clientId AND number = :number AND id <> :id`,
  responsesOfSession: `SELECT ${responseColumns} FROM responses r WHERE r.session_id = ? ORDER BY r.position`,
  responsesOfClient: `SELECT ${responseColumns} FROM sessions s JOIN responses r ON r.session_id = s.id
    WHERE s.client_id = ?`,
  eventsOfSession: `SELECT ${eventColumns} FROM session_events e WHERE e.session_id = ? ORDER BY e.position`,
  eventsOfClient: `SELECT ${eventColumns} FROM sessions s JOIN session_events e ON e.session_id = s.id
    WHERE s.client_id = ?`,
  firstNotes: `SELECT id AS session_id, substr(notes, 1, :most) AS text FROM sessions
    WHERE client_id = :clientId AND notes <> '' ORDER BY number`,
  firstEvents: `SELECT e.session_id, substr(e.note, 1, :most) AS text
    FROM sessions s JOIN session_events e ON e.session_id = s.id
    WHERE s.client_id = :clientId AND e.note <> '' ORDER BY s.number, e.position`,
  firstComments: `SELECT r.session_id, substr(r.comment, 1, :most) AS text
    FROM sessions s JOIN responses r ON r.session_id = s.id
    WHERE s.client_id = :clientId AND r.rater = 'client' AND r.comment <> ''
      AND NOT (r.instrument_id = :hiddenForm AND s.guess = 'open')
    ORDER BY s.number, r.position`,
  courseOfClient: `SELECT id, number, status, date, modality, closed_at, notes <> '' AS has_notes, rupture_note
    FROM sessions WHERE client_id = ? ORDER BY number`,
  eventKindsOfClient: `SELECT e.session_id, e.kind FROM sessions s JOIN session_events e ON e.session_id = s.id
    WHERE s.client_id = ? ORDER BY s.number, e.position`,
  wordsOfClient: `SELECT r.session_id, r.rater, r.occasion, r.instrument_id, r.instrument_version, r.words
    FROM sessions s JOIN responses r ON r.session_id = s.id
    WHERE s.client_id = ? AND r.rater = 'therapist' AND r.words <> '[]' ORDER BY s.number, r.position`,
  unguessedEmotions: `SELECT r.session_id, r.answers FROM sessions s JOIN responses r ON r.session_id = s.id
    WHERE s.client_id = :clientId AND s.guess = 'open' AND r.instrument_id = :form AND r.rater = 'client'`,
  clientAnswers: `SELECT r.session_id, r.position, r.answers FROM json_each(:sessions) AS asked JOIN responses r
    ON r.session_id = asked.value AND r.instrument_id = :form AND r.rater = 'client'`,
  versions: 'SELECT content FROM session_versions WHERE session_id = ? ORDER BY revision DESC',
  onDate: `SELECT ${listedColumns} FROM sessions WHERE status IN (${everyStatus}) AND date = ?`,
  ofClientOnDay: `SELECT ${listedColumns} FROM sessions
    WHERE client_id = ? AND status IN (${everyStatus}) AND date = ?`,
  plannedAfter: `SELECT ${listedColumns} FROM sessions
    WHERE status = 'planned' AND date > ? ORDER BY date, time_of_day`,
  plannedFrom: `SELECT client_id, date, time_of_day FROM sessions
    WHERE status = 'planned' AND date >= ? ORDER BY date, time_of_day`,
  begunFrom: `SELECT client_id, date FROM sessions WHERE status = 'begun' AND date >= ? ORDER BY date`,
  dateOfNumber: 'SELECT date FROM sessions WHERE client_id = ? AND number = ?',
  unfinishedBefore: `SELECT ${listedColumns} FROM sessions
    WHERE status IN ('planned', 'begun') AND date < ?`,
} as const

export const sessionStatements = {
  upsert: `INSERT INTO sessions (${sessionColumns})
    VALUES (:id, :clientId, :number, :status, :date, :timeOfDay, :zone, :modality, :durationMinutes, :notes, :guess,
      :closedAt, :ruptureNote, :revision, :savedAt)
    ON CONFLICT (id) DO UPDATE SET number = :number, status = :status, date = :date, time_of_day = :timeOfDay,
      zone = :zone, modality = :modality, duration_minutes = :durationMinutes, notes = :notes, guess = :guess,
      closed_at = :closedAt, rupture_note = :ruptureNote, revision = :revision, saved_at = :savedAt`,
  setGuess: 'UPDATE sessions SET guess = ? WHERE id = ?',
  raiseRevision: 'UPDATE sessions SET revision = ?, saved_at = ? WHERE id = ?',
  insertResponse: `INSERT INTO responses
    (session_id, position, id, instrument_id, instrument_version, rater, occasion, answers, words, comment, recorded_at,
      from_paper_at)
    VALUES (:sessionId, :position, :id, :instrumentId, :instrumentVersion, :rater, :occasion, :answers, :words,
      :comment, :recordedAt, :fromPaperAt)`,
  eraseResponsesBy: 'DELETE FROM responses WHERE session_id = ? AND rater = ?',
  insertEvent: `INSERT INTO session_events (session_id, position, id, kind, note)
    VALUES (:sessionId, :position, :id, :kind, :note)`,
  eraseEvents: 'DELETE FROM session_events WHERE session_id = ?',
  shareNumber: `INSERT INTO shared_numbers (client_id, number, session_id)
    SELECT client_id, number, id FROM sessions WHERE client_id = ? AND number = ?
    ON CONFLICT (client_id, number) DO NOTHING`,
  insertVersion: 'INSERT INTO session_versions (session_id, revision, content) VALUES (?, ?, ?)',
} as const
