import { typedSecret } from '#shared/passphrase/typed-secret.ts'
import { change } from '../database/change.ts'
import { clientGistsGone } from '../database/migrations/0370-client-gists.ts'
import { migrations } from '../database/migrations/migrations.ts'
import { unlockVault } from '../opening/unlock-vault.ts'
import { rightPassphrase } from './test-vault.ts'

/** What takes each of the newest migrations back, the newest first. */
const waysBack = [
  {
    version: 570,
    down: `ALTER TABLE declined_forms RENAME TO declined_after;
      CREATE TABLE declined_forms (
        client_id TEXT NOT NULL REFERENCES clients (id) ON DELETE CASCADE,
        instrument_id TEXT NOT NULL,
        declined_on TEXT NOT NULL,
        declined_by TEXT NOT NULL CHECK (declined_by IN ('client', 'therapist')),
        PRIMARY KEY (client_id, instrument_id)
      ) STRICT, WITHOUT ROWID;
      INSERT OR IGNORE INTO declined_forms
        SELECT client_id, instrument_id, declined_on, declined_by FROM declined_after ORDER BY declined_on;
      DROP TABLE declined_after`,
  },
  {
    version: 560,
    down: `ALTER TABLE supervision_agreements DROP COLUMN held_when_answered;
      ALTER TABLE supervision_agreements DROP COLUMN held_when_agreed`,
  },
  { version: 520, down: 'DROP TABLE received_withdrawals' },
  { version: 490, down: 'DROP TABLE foresights' },
  {
    version: 480,
    down: `ALTER TABLE hand_over_drafts DROP COLUMN declined; DROP TABLE declined_forms; DROP TABLE form_plans`,
  },
  {
    version: 470,
    down: `ALTER TABLE hand_over_drafts DROP COLUMN own_ratings; DROP TABLE own_words_places;
      DROP TABLE own_ratings; DROP TABLE own_wordings; DROP TABLE own_words`,
  },
  { version: 450, down: 'ALTER TABLE responses DROP COLUMN from_paper_at' },
  { version: 440, down: 'DROP TABLE said_together' },
  { version: 430, down: 'DROP TABLE repair_closings' },
  {
    version: 420,
    down: `DROP TABLE shared_numbers; ALTER TABLE audit_entries DROP COLUMN contact_id;
      DROP INDEX supervisor_comments_unread; ALTER TABLE supervisor_comments DROP COLUMN read_at`,
  },
  {
    version: 410,
    down: 'ALTER TABLE client_gists DROP COLUMN held; ALTER TABLE client_gists DROP COLUMN last_held_on',
  },
  {
    version: 380,
    down: `CREATE INDEX prompt_answers_to_discuss ON prompt_answers (answered_at, id)
      WHERE answer = 'supervision' AND discussed_at IS NULL`,
  },
  { version: 370, down: clientGistsGone },
  {
    version: 360,
    down: `DROP TRIGGER review_drafts_go_with_the_client; DROP TABLE supervisor_comments;
      DROP TABLE received_replies; DROP TABLE review_lines; DROP TABLE replied_clients;
      DROP TABLE review_comments`,
  },
  {
    version: 350,
    down: 'DROP TABLE received_sessions; DROP TABLE received_clients; DROP TABLE supervisees',
  },
  {
    version: 340,
    down: `DROP TABLE asked_removals; DROP TABLE sent_clients; DROP TABLE sent_bundles; DROP TABLE sharing_consents`,
  },
  {
    version: 330,
    down: `DROP TABLE received_bundles; DROP TABLE client_pseudonyms; DROP TABLE withdrawn_pseudonyms;
      DROP TABLE contacts; DROP TABLE own_keys;`,
  },
  {
    version: 320,
    down: 'DROP TABLE supervision_agreements; DROP TABLE agenda_items; DROP TABLE supervision_meetings',
  },
  { version: 310, down: 'DROP INDEX sessions_with_rupture_note' },
  { version: 300, down: 'DROP TABLE attention_looked_at' },
  {
    version: 290,
    down: `ALTER TABLE clients DROP COLUMN usual_duration_minutes;
      DROP INDEX sessions_by_status_date;
      DROP INDEX sessions_by_client_status_date;
      ALTER TABLE sessions DROP COLUMN time_of_day;
      ALTER TABLE sessions ADD COLUMN old_status TEXT NOT NULL DEFAULT 'planned' CHECK (old_status IN
        ('planned', 'begun', 'held', 'late-cancel', 'no-show'));
      UPDATE sessions SET old_status = status;
      ALTER TABLE sessions DROP COLUMN status;
      ALTER TABLE sessions RENAME COLUMN old_status TO status;
      CREATE INDEX sessions_by_status_date ON sessions (status, date);
      CREATE INDEX sessions_by_client_status_date ON sessions (client_id, status, date);`,
  },
  { version: 270, down: 'DROP TABLE note_entries; DROP TABLE note_index; DROP TABLE note_index_state' },
  { version: 250, down: 'DROP TABLE client_leads' },
  { version: 240, down: 'DROP TABLE own_spreads' },
  { version: 230, down: 'ALTER TABLE hand_over_drafts DROP COLUMN versions' },
  { version: 210, down: 'DROP TABLE session_scores; DROP TABLE score_layouts; DROP TABLE score_state' },
  { version: 200, down: 'DROP TABLE form_drafts; ALTER TABLE drafts DROP COLUMN typed_date' },
  { version: 190, down: 'DROP TABLE earlier_keys; DROP TABLE erased_clients' },
  { version: 160, down: 'DROP TABLE retention_decisions; DROP INDEX clients_by_status' },
] as const

/** Takes the schema of a locked vault back to an earlier Attune's. Its records stay. */
export async function takeBackTo(version: 140 | 200, vaultFolder: string): Promise<void> {
  const newest = migrations.at(-1)?.version
  if (newest !== waysBack[0].version) throw new Error(`nothing here takes migration ${newest} back`)
  const vault = await unlockVault(vaultFolder, typedSecret(rightPassphrase))
  const later = waysBack.filter((way) => way.version > version)
  try {
    change(vault.db, () => {
      for (const { down } of later) vault.db.exec(down)
      vault.db.pragma(`user_version = ${version}`)
    })
  } finally {
    vault.close()
  }
}
