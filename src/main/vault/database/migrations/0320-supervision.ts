import type { Migration } from './migration.ts'

/**
 * The agenda of supervision, its meetings, and what was agreed there about a client.
 *
 * Prompts that were taken to supervision come over as items of the agenda, under the ids of their answers.
 */
export const supervision: Migration = {
  version: 320,
  up: `
    CREATE TABLE supervision_meetings (
      id TEXT PRIMARY KEY,
      held_on TEXT NOT NULL,
      check_id TEXT REFERENCES wellbeing_checks (id),
      taken_along TEXT NOT NULL,
      left_unsaid INTEGER CHECK (left_unsaid IN (0, 1)),
      saved_at TEXT NOT NULL
    ) STRICT;
    CREATE INDEX supervision_meetings_by_day ON supervision_meetings (held_on, saved_at, id);

    CREATE TABLE agenda_items (
      id TEXT PRIMARY KEY,
      client_id TEXT REFERENCES clients (id) ON DELETE CASCADE,
      session_id TEXT REFERENCES sessions (id) ON DELETE CASCADE,
      prompt_answer_id TEXT UNIQUE REFERENCES prompt_answers (id) ON DELETE CASCADE,
      meeting_id TEXT REFERENCES supervision_meetings (id),
      kind TEXT NOT NULL,
      line TEXT NOT NULL,
      reason TEXT,
      question TEXT NOT NULL,
      state TEXT NOT NULL,
      put_off_count INTEGER NOT NULL,
      put_off_since TEXT,
      created_at TEXT NOT NULL
    ) STRICT;
    CREATE INDEX agenda_items_by_state ON agenda_items (state, created_at, id);
    CREATE INDEX agenda_items_of_client ON agenda_items (client_id, created_at, id);
    CREATE INDEX agenda_items_of_session ON agenda_items (session_id);
    CREATE INDEX agenda_items_of_meeting ON agenda_items (meeting_id);

    CREATE TABLE supervision_agreements (
      id TEXT PRIMARY KEY,
      meeting_id TEXT NOT NULL REFERENCES supervision_meetings (id),
      client_id TEXT NOT NULL REFERENCES clients (id) ON DELETE CASCADE,
      agreed_on TEXT NOT NULL,
      text TEXT NOT NULL,
      state TEXT NOT NULL,
      answered_on TEXT
    ) STRICT;
    CREATE INDEX supervision_agreements_of_client ON supervision_agreements (client_id, agreed_on, id);
    CREATE INDEX supervision_agreements_of_meeting ON supervision_agreements (meeting_id);

    INSERT INTO agenda_items (id, client_id, session_id, prompt_answer_id, meeting_id, kind, line, reason,
      question, state, put_off_count, put_off_since, created_at)
    SELECT id, client_id, NULL, id, NULL, 'prompt', '', NULL, '',
      CASE WHEN discussed_at IS NULL THEN 'open' ELSE 'discussed' END, 0, NULL, answered_at
    FROM prompt_answers WHERE answer = 'supervision';
  `,
}
