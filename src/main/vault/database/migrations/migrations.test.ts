import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { migrate, migrations } from './migrations.ts'

/** Rows that each step must keep, inserted into the schema right before it. */
const rowsBefore: Record<number, { insert: string; count: string }> = {
  10: { insert: 'CREATE TABLE empty_before (id INTEGER) STRICT', count: 'SELECT 1' },
  20: { insert: 'UPDATE vault_meta SET sequence = 7', count: 'SELECT sequence = 7 FROM vault_meta' },
  30: {
    insert: `INSERT INTO clients VALUES ('c', 'Fern', 'fern', 'active', '2026-01-01', '', '', 0, '2026-01-01T00:00:00.000Z', 1)`,
    count: 'SELECT count(*) FROM clients',
  },
  40: {
    insert: `INSERT INTO clients VALUES ('c', 'Fern', 'fern', 'active', '2026-01-01', '', '', 0, '2026-01-01T00:00:00.000Z', 1);
      INSERT INTO sessions VALUES ('s', 'c', 1, 'held', '2026-01-02', 'Europe/Oslo', 'video', 50, 'a note', 'open', NULL, NULL, 1, '2026-01-02T00:00:00.000Z');
      INSERT INTO session_events VALUES ('e', 's', 0, 'client-cried', '');
      INSERT INTO responses VALUES ('r', 's', 0, 'attune-own-empathy', 1, 'therapist', 'after', '{}', '[]', '', '2026-01-02T00:00:00.000Z');
      INSERT INTO session_versions VALUES ('s', 1, '{}');`,
    count: `SELECT (SELECT count(*) FROM sessions) AND (SELECT count(*) FROM session_events)
      AND (SELECT count(*) FROM responses) AND (SELECT count(*) FROM session_versions)`,
  },
  50: {
    insert: `INSERT INTO clients VALUES ('c', 'Fern', 'fern', 'active', '2026-01-01', '', '', 0, '2026-01-01T00:00:00.000Z', 1);
      INSERT INTO drafts VALUES ('s', 'c', 0, '{}', '2026-01-02T00:00:00.000Z');`,
    count: 'SELECT count(*) FROM drafts',
  },
  60: {
    insert: `INSERT INTO instruments VALUES ('phq-9', 1, '{}')`,
    count: 'SELECT count(*) FROM instruments',
  },
  70: {
    insert: `INSERT INTO wellbeing_checks VALUES ('w', '2026-01-01', 'attune-wellbeing', 1, '{}', '', '2026-01-01T00:00:00.000Z')`,
    count: 'SELECT count(*) FROM wellbeing_checks',
  },
  80: {
    insert: `INSERT INTO vault_settings VALUES ('rules', '{}')`,
    count: 'SELECT count(*) FROM vault_settings',
  },
  90: {
    insert: `INSERT INTO packs VALUES ('calm-2', 1, 'offered', 'attune', '2026-01-01T00:00:00.000Z', '{}');
      INSERT INTO packs VALUES ('gad-7', 1, 'retired', 'shipped', NULL, NULL);`,
    count: 'SELECT count(*) = 2 FROM packs',
  },
  100: {
    insert: `INSERT INTO clients VALUES ('c', 'Fern', 'fern', 'active', '2026-01-01', '', '', 0, '2026-01-01T00:00:00.000Z', 1);
      INSERT INTO sessions VALUES ('s', 'c', 1, 'held', '2026-01-02', 'Europe/Oslo', 'video', 50, 'a note', 'open', NULL, NULL, 1, '2026-01-02T00:00:00.000Z');
      INSERT INTO risk_answers VALUES ('r', 'c', 's', 'phq-9', 1, 'phq9-9', 1, '2026-01-02T00:00:00.000Z', NULL, NULL, NULL, NULL);`,
    count: 'SELECT (SELECT count(*) FROM risk_answers) AND (SELECT count(*) FROM sessions)',
  },
  110: {
    insert: `INSERT INTO clients VALUES ('c', 'Fern', 'fern', 'active', '2026-01-01', '', '', 0, '2026-01-01T00:00:00.000Z', 1);
      INSERT INTO client_forms VALUES ('c', 'phq-9', 0);`,
    count: 'SELECT count(*) FROM client_forms',
  },
  120: {
    insert: `INSERT INTO evidence_marks VALUES ('abargil-2025', 1, NULL)`,
    count: 'SELECT count(*) FROM evidence_marks',
  },
  130: {
    insert: `INSERT INTO evidence_notes VALUES ('abargil-2025', 'a note', 1, '2026-01-01T00:00:00.000Z')`,
    count: 'SELECT count(*) FROM evidence_notes',
  },
  140: {
    insert: `INSERT INTO vault_settings VALUES ('rules', '{}');
      INSERT INTO clients VALUES ('c', 'Fern', 'fern', 'active', '2026-01-01', '', '', 0, '2026-01-01T00:00:00.000Z', 1);`,
    count: 'SELECT (SELECT count(*) FROM vault_settings) AND (SELECT count(*) FROM clients)',
  },
  160: {
    insert: `INSERT INTO clients VALUES ('c', 'Fern', 'fern', 'ended', '2026-01-01', '', '', 0, '2026-01-01T00:00:00.000Z', 1)`,
    count: 'SELECT count(*) FROM clients',
  },
  190: {
    insert: `INSERT INTO clients VALUES ('c', 'Fern', 'fern', 'ended', '2026-01-01', '', '', 0, '2026-01-01T00:00:00.000Z', 1);
      INSERT INTO retention_decisions VALUES ('c', '2027-01-01', 'a complaint', '2026-01-01T00:00:00.000Z');`,
    count: 'SELECT count(*) FROM retention_decisions',
  },
  200: {
    insert: `INSERT INTO clients VALUES ('c', 'Fern', 'fern', 'active', '2026-01-01', '', '', 0, '2026-01-01T00:00:00.000Z', 1);
      INSERT INTO drafts VALUES ('s', 'c', 0, '{}', '2026-01-02T00:00:00.000Z');`,
    count: 'SELECT count(*) FROM drafts WHERE typed_date IS NULL',
  },
  210: {
    insert: `INSERT INTO clients VALUES ('c', 'Fern', 'fern', 'active', '2026-01-01', '', '', 0, '2026-01-01T00:00:00.000Z', 1);
      INSERT INTO sessions VALUES ('s', 'c', 1, 'held', '2026-01-02', 'Europe/Oslo', 'video', 50, '', 'open', NULL, NULL, 1, '2026-01-02T00:00:00.000Z');
      INSERT INTO responses VALUES ('r', 's', 0, 'attune-own-empathy', 1, 'therapist', 'after', '{}', '[]', '', '2026-01-02T00:00:00.000Z');`,
    count: `SELECT (SELECT count(*) FROM responses) AND (SELECT scoring = 0 FROM score_state)
      AND NOT EXISTS (SELECT 1 FROM session_scores)`,
  },
  230: {
    insert: `INSERT INTO clients VALUES ('c', 'Fern', 'fern', 'active', '2026-01-01', '', '', 0, '2026-01-01T00:00:00.000Z', 1);
      INSERT INTO sessions VALUES ('s', 'c', 1, 'held', '2026-01-02', 'Europe/Oslo', 'video', 50, '', 'open', NULL, NULL, 1, '2026-01-02T00:00:00.000Z');
      INSERT INTO hand_over_drafts VALUES ('s', '{"phq-9":{},"attune-alliance-client":{},"own":{}}', '', '2026-01-02T00:00:00.000Z');`,
    count: `SELECT count(*) FROM hand_over_drafts WHERE versions = '{"phq-9":1,"attune-alliance-client":1}'`,
  },
  240: {
    insert: `INSERT INTO clients VALUES ('c', 'Fern', 'fern', 'active', '2026-01-01', '', '', 0, '2026-01-01T00:00:00.000Z', 1);
      INSERT INTO sessions VALUES ('s', 'c', 1, 'held', '2026-01-02', 'Europe/Oslo', 'video', 50, '', 'open', NULL, NULL, 1, '2026-01-02T00:00:00.000Z');
      UPDATE score_state SET scoring = 1;`,
    count: 'SELECT count(*) FROM score_state WHERE scoring = 0 AND NOT EXISTS (SELECT 1 FROM own_spreads)',
  },
  250: {
    insert: `INSERT INTO clients VALUES ('c', 'Fern', 'fern', 'active', '2026-01-01', '', '', 0, '2026-01-01T00:00:00.000Z', 1);
      INSERT INTO own_spreads VALUES ('client/attune-alliance-client/alliance', 'c', 0.5, 9);`,
    count: 'SELECT count(*) FROM own_spreads WHERE NOT EXISTS (SELECT 1 FROM client_leads)',
  },
  270: {
    insert: `INSERT INTO clients VALUES ('c', 'Fern', 'fern', 'active', '2026-01-01', '', '', 0, '2026-01-01T00:00:00.000Z', 1);
      INSERT INTO sessions VALUES ('s', 'c', 1, 'held', '2026-01-02', 'Europe/Oslo', 'video', 50, 'a note', 'open', NULL, NULL, 1, '2026-01-02T00:00:00.000Z');`,
    count:
      'SELECT count(*) FROM note_index_state WHERE indexing = 0 AND NOT EXISTS (SELECT 1 FROM note_entries)',
  },
  290: {
    insert: `INSERT INTO clients VALUES ('c', 'Fern', 'fern', 'active', '2026-01-01', '', '', 0, '2026-01-01T00:00:00.000Z', 1);
      INSERT INTO sessions VALUES ('s', 'c', 1, 'no-show', '2026-01-02', 'Europe/Oslo', 'video', 50, '', 'open', NULL, NULL, 1, '2026-01-02T00:00:00.000Z');
      INSERT INTO session_events VALUES ('e', 's', 0, 'other', '');`,
    count: `SELECT count(*) FROM sessions JOIN session_events ON session_id = sessions.id
      WHERE status = 'no-show' AND time_of_day IS NULL AND duration_minutes = 50`,
  },
  300: {
    insert: `INSERT INTO clients (id, code, code_key, status, started_on, therapy_type, notes, is_fictional, created_at, revision)
      VALUES ('c', 'Fern', 'fern', 'active', '2026-01-01', '', '', 0, '2026-01-01T00:00:00.000Z', 1);`,
    count: 'SELECT count(*) FROM clients WHERE NOT EXISTS (SELECT 1 FROM attention_looked_at)',
  },
  310: {
    insert: `INSERT INTO clients (id, code, code_key, status, started_on, therapy_type, notes, is_fictional, created_at, revision)
      VALUES ('c', 'Fern', 'fern', 'active', '2026-01-01', '', '', 0, '2026-01-01T00:00:00.000Z', 1);
      INSERT INTO sessions (id, client_id, number, status, date, zone, modality, duration_minutes, notes, guess, rupture_note, revision, saved_at)
      VALUES ('s', 'c', 1, 'held', '2026-01-02', 'Europe/Oslo', 'video', 50, '', 'open', NULL, 1, '2026-01-02T00:00:00.000Z'),
        ('t', 'c', 2, 'held', '2026-01-09', 'Europe/Oslo', 'video', 50, '', 'open', '{}', 1, '2026-01-09T00:00:00.000Z');`,
    count:
      'SELECT count(*) FROM sessions INDEXED BY sessions_with_rupture_note WHERE rupture_note IS NOT NULL',
  },
  320: {
    insert: `INSERT INTO prompt_answers VALUES
      ('own', NULL, 'own-rule', 1, 1, 'helpful', NULL, '', '{}', '2026-01-03T00:00:00.000Z', NULL)`,
    count: 'SELECT count(*) FROM prompt_answers WHERE NOT EXISTS (SELECT 1 FROM agenda_items)',
  },
  330: {
    insert: `INSERT INTO clients (id, code, code_key, status, started_on, therapy_type, notes, is_fictional, created_at, revision)
      VALUES ('c', 'Fern', 'fern', 'active', '2026-01-01', '', '', 0, '2026-01-01T00:00:00.000Z', 1);`,
    count: `SELECT count(*) FROM clients
      WHERE NOT EXISTS (SELECT 1 FROM client_pseudonyms) AND NOT EXISTS (SELECT 1 FROM own_keys)`,
  },
  340: {
    insert: `INSERT INTO contacts (id, name, state, keys, signing, added_at)
      VALUES ('k', 'Ada', 'compared', '{}', 'k', '2026-01-01T00:00:00.000Z');
      INSERT INTO withdrawn_pseudonyms VALUES ('k', '7QF3-K9MW');`,
    count: `SELECT count(*) FROM withdrawn_pseudonyms w
      WHERE NOT EXISTS (SELECT 1 FROM asked_removals) AND NOT EXISTS (SELECT 1 FROM sharing_consents)`,
  },
  350: {
    insert: `INSERT INTO contacts (id, name, state, keys, signing, added_at)
      VALUES ('a', 'Ada', 'compared', '{}', 's', '2026-01-01T00:00:00.000Z');`,
    count: `SELECT count(*) FROM contacts
      WHERE NOT EXISTS (SELECT 1 FROM supervisees) AND NOT EXISTS (SELECT 1 FROM received_clients)`,
  },
  360: {
    insert: `INSERT INTO contacts (id, name, state, keys, signing, added_at)
      VALUES ('a', 'Ada', 'compared', '{}', 's', '2026-01-01T00:00:00.000Z');`,
    count: `SELECT count(*) FROM contacts
      WHERE NOT EXISTS (SELECT 1 FROM review_comments) AND NOT EXISTS (SELECT 1 FROM supervisor_comments)`,
  },
  370: {
    insert: `INSERT INTO clients (id, code, code_key, status, started_on, therapy_type, notes, is_fictional, created_at, revision)
      VALUES ('c', 'Fern', 'fern', 'active', '2026-01-01', '', '', 0, '2026-01-01T00:00:00.000Z', 1);`,
    count: 'SELECT count(*) FROM clients WHERE NOT EXISTS (SELECT 1 FROM client_gists)',
  },
  380: {
    insert: `INSERT INTO prompt_answers VALUES
      ('own', NULL, 'own-rule', 1, 1, 'supervision', NULL, '', '{}', '2026-01-03T00:00:00.000Z', NULL)`,
    count: `SELECT count(*) FROM prompt_answers
      WHERE NOT EXISTS (SELECT 1 FROM sqlite_schema WHERE name = 'prompt_answers_to_discuss')`,
  },
  410: {
    insert: `INSERT INTO clients (id, code, code_key, status, started_on, therapy_type, notes, is_fictional, created_at, revision)
      VALUES ('c', 'Fern', 'fern', 'active', '2026-01-01', '', '', 0, '2026-01-01T00:00:00.000Z', 1);
      INSERT INTO sessions (id, client_id, number, status, date, zone, modality, duration_minutes, notes, guess, revision, saved_at)
      VALUES ('s', 'c', 1, 'held', '2026-01-02', 'UTC', 'video', 50, '', 'open', 1, '2026-01-02T00:00:00.000Z'),
        ('t', 'c', 2, 'held', '2026-01-09', 'UTC', 'video', 50, '', 'open', 1, '2026-01-09T00:00:00.000Z'),
        ('u', 'c', 3, 'no-show', '2026-01-16', 'UTC', 'video', 50, '', 'open', 1, '2026-01-16T00:00:00.000Z');
      INSERT INTO client_gists VALUES ('c', 'rules', '{}', '{}')`,
    count: `SELECT count(*) FROM client_gists WHERE held = 2 AND last_held_on = '2026-01-09'`,
  },
  420: {
    insert: `INSERT INTO clients (id, code, code_key, status, started_on, therapy_type, notes, is_fictional, created_at, revision)
      VALUES ('c', 'Fern', 'fern', 'active', '2026-01-01', '', '', 0, '2026-01-01T00:00:00.000Z', 1),
        ('d', 'Moss', 'moss', 'active', '2026-01-01', '', '', 0, '2026-01-01T00:00:00.000Z', 1);
      INSERT INTO sessions (id, client_id, number, status, date, zone, modality, duration_minutes, notes, guess, revision, saved_at)
      VALUES ('s', 'c', 1, 'held', '2026-01-02', 'UTC', 'video', 50, '', 'open', 1, '2026-01-02T00:00:00.000Z'),
        ('t', 'c', 4, 'planned', '2026-01-09', 'UTC', 'video', 50, '', 'open', 1, '2026-01-09T00:00:00.000Z'),
        ('u', 'd', 1, 'held', '2026-01-16', 'UTC', 'video', 50, '', 'open', 1, '2026-01-16T00:00:00.000Z');
      INSERT INTO contacts (id, name, state, keys, signing, added_at) VALUES ('r', 'Ruth', 'compared', '{}', 'k', '2026-01-16T00:00:00.000Z');
      INSERT INTO sent_bundles VALUES ('b', 'r', 'Ruth', '2026-01-16T00:00:00.000Z', 0, 1, 0);
      INSERT INTO sent_clients VALUES ('b', 'c', '7QF3-K9MW', '{}');
      INSERT INTO supervisor_comments VALUES
        ('x', 'r', 'Ruth', 'c', '{"kind":"session","session":2}', 'a', NULL, '2026-01-16T00:00:00.000Z'),
        ('y', 'r', 'Ruth', 'c', '{"kind":"episode","series":"z","peak":3}', 'a', NULL, '2026-01-16T00:00:00.000Z')`,
    count: `SELECT group_concat(number || coalesce(session_id, '-'), ' ') = '1s 2- 3-' FROM
      (SELECT number, session_id FROM shared_numbers WHERE client_id = 'c' ORDER BY number)`,
  },
  430: {
    insert: `INSERT INTO clients (id, code, code_key, status, started_on, therapy_type, notes, is_fictional, created_at, revision)
      VALUES ('c', 'Fern', 'fern', 'active', '2026-01-01', '', '', 0, '2026-01-01T00:00:00.000Z', 1);
      INSERT INTO sessions (id, client_id, number, status, date, zone, modality, duration_minutes, notes, guess, rupture_note, revision, saved_at)
      VALUES ('s', 'c', 1, 'held', '2026-01-02', 'UTC', 'video', 50, '', 'open', '{}', 1, '2026-01-02T00:00:00.000Z');`,
    // Nothing that was noted before counts as closed.
    count: `SELECT count(*) FROM sessions WHERE rupture_note IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM repair_closings)`,
  },
  440: {
    insert: `INSERT INTO clients (id, code, code_key, status, started_on, therapy_type, notes, is_fictional, created_at, revision)
      VALUES ('c', 'Fern', 'fern', 'active', '2026-01-01', '', '', 0, '2026-01-01T00:00:00.000Z', 1);`,
    count: 'SELECT count(*) FROM clients WHERE NOT EXISTS (SELECT 1 FROM said_together)',
  },
  450: {
    insert: `INSERT INTO clients (id, code, code_key, status, started_on, therapy_type, notes, is_fictional, created_at, revision)
      VALUES ('c', 'Fern', 'fern', 'active', '2026-01-01', '', '', 0, '2026-01-01T00:00:00.000Z', 1);
      INSERT INTO sessions (id, client_id, number, status, date, zone, modality, duration_minutes, notes, guess, revision, saved_at)
      VALUES ('s', 'c', 1, 'held', '2026-01-02', 'UTC', 'video', 50, '', 'open', 1, '2026-01-02T00:00:00.000Z');
      INSERT INTO responses VALUES ('r', 's', 0, 'phq-9', 1, 'client', 'after', '{}', '[]', '', '2026-01-02T00:00:00.000Z');`,
    // What was answered before was answered on the screen.
    count: 'SELECT count(*) FROM responses WHERE from_paper_at IS NULL',
  },
  470: {
    insert: `INSERT INTO clients (id, code, code_key, status, started_on, therapy_type, notes, is_fictional, created_at, revision)
      VALUES ('c', 'Fern', 'fern', 'active', '2026-01-01', '', '', 0, '2026-01-01T00:00:00.000Z', 1);
      INSERT INTO sessions (id, client_id, number, status, date, zone, modality, duration_minutes, notes, guess, revision, saved_at)
      VALUES ('s', 'c', 1, 'held', '2026-01-02', 'UTC', 'video', 50, '', 'open', 1, '2026-01-02T00:00:00.000Z');
      INSERT INTO hand_over_drafts (session_id, answers, comment, versions, updated_at)
      VALUES ('s', '{}', 'half', '{}', '2026-01-02T00:00:00.000Z');`,
    // A form that the client had in hand then asked for no own words.
    count: `SELECT count(*) FROM hand_over_drafts WHERE own_ratings = '{}' AND comment = 'half'`,
  },
  480: {
    insert: `INSERT INTO clients (id, code, code_key, status, started_on, therapy_type, notes, is_fictional, created_at, revision)
      VALUES ('c', 'Fern', 'fern', 'active', '2026-01-01', '', '', 0, '2026-01-01T00:00:00.000Z', 1);
      INSERT INTO sessions (id, client_id, number, status, date, zone, modality, duration_minutes, notes, guess, revision, saved_at)
      VALUES ('s', 'c', 1, 'held', '2026-01-02', 'UTC', 'video', 50, '', 'open', 1, '2026-01-02T00:00:00.000Z');
      INSERT INTO client_forms VALUES ('c', 'phq-9', 0);
      INSERT INTO hand_over_drafts (session_id, answers, comment, versions, updated_at)
      VALUES ('s', '{}', 'half', '{}', '2026-01-02T00:00:00.000Z');`,
    // Nobody planned or declined a form before.
    count: `SELECT count(*) FROM hand_over_drafts JOIN client_forms WHERE declined = '[]'
      AND NOT EXISTS (SELECT 1 FROM form_plans) AND NOT EXISTS (SELECT 1 FROM declined_forms)`,
  },
  490: {
    insert: `INSERT INTO clients (id, code, code_key, status, started_on, therapy_type, notes, is_fictional, created_at, revision)
      VALUES ('c', 'Fern', 'fern', 'active', '2026-01-01', '', '', 0, '2026-01-01T00:00:00.000Z', 1);
      INSERT INTO sessions (id, client_id, number, status, date, zone, modality, duration_minutes, notes, guess, revision, saved_at)
      VALUES ('s', 'c', 1, 'held', '2026-01-02', 'UTC', 'video', 50, '', 'open', 1, '2026-01-02T00:00:00.000Z')`,
    count: 'SELECT count(*) FROM sessions',
  },
  520: {
    insert: `INSERT INTO contacts (id, name, state, keys, signing, added_at)
      VALUES ('a', 'Ada', 'compared', '{}', 's', '2026-01-01T00:00:00.000Z');
      INSERT INTO supervisees VALUES ('a', 1, '2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z', 'null',
        '["7QF3-K9MW"]', '2026-01-01');`,
    count: `SELECT count(*) FROM received_withdrawals WHERE contact_id = 'a' AND pseudonym = '7QF3-K9MW'`,
  },
  560: {
    insert: `INSERT INTO clients (id, code, code_key, status, started_on, therapy_type, notes, is_fictional, created_at, revision)
      VALUES ('c', 'Fern', 'fern', 'active', '2026-01-01', '', '', 0, '2026-01-01T00:00:00.000Z', 1);
      INSERT INTO sessions (id, client_id, number, status, date, zone, modality, duration_minutes, notes, guess, revision, saved_at)
      VALUES ('s', 'c', 1, 'held', '2026-01-02', 'UTC', 'video', 50, '', 'open', 1, '2026-01-02T00:00:00.000Z'),
        ('n', 'c', 2, 'no-show', '2026-01-02', 'UTC', 'video', 50, '', 'open', 1, '2026-01-02T00:00:00.000Z');
      INSERT INTO supervision_meetings VALUES ('m', '2026-01-02', NULL, '', NULL, '2026-01-02T00:00:00.000Z');
      INSERT INTO supervision_agreements VALUES ('g', 'm', 'c', '2026-01-02', 'Name the silence', 'open', NULL),
        ('h', 'm', 'c', '2026-01-01', 'Slow down', 'not-yet', '2026-01-02');`,
    // Nothing that was answered before is asked again because of the step.
    count: `SELECT (SELECT held_when_agreed = 1 AND held_when_answered = 0 FROM supervision_agreements WHERE id = 'g')
      AND (SELECT held_when_agreed = 0 AND held_when_answered = 1 FROM supervision_agreements WHERE id = 'h')`,
  },
  570: {
    insert: `INSERT INTO clients (id, code, code_key, status, started_on, therapy_type, notes, is_fictional, created_at, revision)
      VALUES ('c', 'Fern', 'fern', 'active', '2026-01-01', '', '', 0, '2026-01-01T00:00:00.000Z', 1);
      INSERT INTO declined_forms VALUES ('c', 'phq-9', '2026-01-02', 'client'), ('c', 'gad-7', '2026-01-03', 'therapist');`,
    // Nobody knows the session of what was declined before, so it stays with the client.
    count: `SELECT count(*) = 2 FROM declined_forms WHERE client_id = 'c' AND session_id IS NULL
      AND (instrument_id, declined_on, declined_by) IN (VALUES ('phq-9', '2026-01-02', 'client'),
        ('gad-7', '2026-01-03', 'therapist'))`,
  },
}

test.each(migrations.map((step, index) => [step.version, index] as const))(
  'step %i starts from the schema before it and keeps its rows',
  (version, index) => {
    const db = new Database(':memory:')
    db.pragma('foreign_keys = ON')
    migrate(db, migrations.slice(0, index))
    const rows = rowsBefore[version]!
    db.exec(rows.insert)
    migrate(db, migrations.slice(0, index + 1))
    expect(db.pragma('user_version', { simple: true })).toBe(version)
    expect(db.prepare(rows.count).pluck().get()).toBe(1)
    expect(db.pragma('foreign_key_check')).toEqual([])
    db.close()
  },
)

test('fault 189: prompts that were taken to supervision come over to the agenda, each in its state', () => {
  const db = new Database(':memory:')
  db.pragma('foreign_keys = ON')
  const before = migrations.filter(({ version }) => version < 320)
  migrate(db, before)
  db.exec(`INSERT INTO clients (id, code, code_key, status, started_on, therapy_type, notes, is_fictional, created_at, revision)
      VALUES ('c', 'Fern', 'fern', 'active', '2026-01-01', '', '', 0, '2026-01-01T00:00:00.000Z', 1);
    INSERT INTO prompt_answers VALUES
      ('waiting', 'c', 'a-rule', 1, 3, 'supervision', NULL, '', '{}', '2026-01-02T00:00:00.000Z', NULL),
      ('own', NULL, 'own-rule', 1, 1, 'supervision', NULL, '', '{}', '2026-01-03T00:00:00.000Z', '2026-01-09T00:00:00.000Z'),
      ('other', 'c', 'a-rule', 1, 4, 'helpful', NULL, '', '{}', '2026-01-04T00:00:00.000Z', NULL);`)
  migrate(db, migrations)
  const items = db
    .prepare(
      'SELECT id, prompt_answer_id, client_id, kind, state, created_at FROM agenda_items ORDER BY created_at',
    )
    .raw()
    .all()
  expect(items).toEqual([
    ['waiting', 'waiting', 'c', 'prompt', 'open', '2026-01-02T00:00:00.000Z'],
    ['own', 'own', null, 'prompt', 'discussed', '2026-01-03T00:00:00.000Z'],
  ])
  expect(db.prepare('SELECT count(*) FROM prompt_answers').pluck().get()).toBe(3)
  db.close()
})

test('step numbers rise in tens and are unique, and running the steps again changes nothing', () => {
  const versions = migrations.map(({ version }) => version)
  expect(versions).toEqual([...new Set(versions)].toSorted((one, other) => one - other))
  expect(versions.filter((version) => version % 10 !== 0)).toEqual([])
  const db = new Database(':memory:')
  migrate(db, migrations)
  const schema = db.prepare('SELECT group_concat(sql) FROM sqlite_schema').pluck().get()
  migrate(db, migrations)
  expect(db.prepare('SELECT group_concat(sql) FROM sqlite_schema').pluck().get()).toBe(schema)
  db.close()
})

test('a step that fails leaves the schema and its version unchanged', () => {
  const db = new Database(':memory:')
  migrate(db, migrations)
  const broken = {
    version: 999_990,
    up: 'CREATE TABLE half (id INTEGER) STRICT; CREATE TABLE half (id INTEGER)',
  }
  expect(() => migrate(db, [...migrations, broken])).toThrow()
  expect(db.pragma('user_version', { simple: true })).toBe(migrations.at(-1)?.version)
  expect(db.prepare(`SELECT count(*) FROM sqlite_schema WHERE name = 'half'`).pluck().get()).toBe(0)
  db.close()
})

test('every table is strict', () => {
  const db = new Database(':memory:')
  migrate(db, migrations)
  const tables = db.pragma('table_list') as { schema: string; name: string; type: string; strict: number }[]
  // A full-text index is a virtual table over SQLite's own shadow tables.
  const loose = tables.filter(
    ({ schema, name, type, strict }) =>
      schema === 'main' && type === 'table' && !name.startsWith('sqlite_') && !strict,
  )
  expect(loose).toEqual([])
  db.close()
})
