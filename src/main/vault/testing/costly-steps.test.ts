import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { costlySteps } from './costly-steps.ts'

const db = new Database(':memory:')
db.exec('CREATE TABLE notes (id TEXT PRIMARY KEY, day TEXT, text TEXT); CREATE INDEX by_day ON notes (day)')
const stepsOf = (sql: string) => costlySteps(sql, (text) => db.prepare(text))

test.each([
  ["SELECT text FROM notes WHERE text = 'a'", ['SCAN notes']],
  ['SELECT text FROM notes WHERE text = :text', ['SCAN notes']],
  ['DELETE FROM notes WHERE text = ?', ['SCAN notes']],
  ['UPDATE notes SET day = ? WHERE text = ?', ['SCAN notes']],
  ['INSERT INTO notes SELECT id || 1, day, text FROM notes WHERE text = ?', ['SCAN notes']],
  ['SELECT id FROM notes WHERE day = ? ORDER BY text', ['USE TEMP B-TREE FOR ORDER BY']],
  ['WITH all_of AS (SELECT text FROM notes) SELECT text FROM all_of', ['SCAN notes']],
])('planted: %s reads the whole table', (sql, steps) => {
  expect(stepsOf(sql)).toEqual(steps)
})

test.each([
  'SELECT text FROM notes WHERE id = ?',
  "SELECT text FROM notes WHERE day = '?:' AND id = :id",
  'SELECT day FROM notes ORDER BY day',
  'INSERT INTO notes VALUES (?, ?, ?)',
  'DELETE FROM notes WHERE day = @day',
  'PRAGMA user_version',
  'BEGIN',
])('%s uses an index or has no plan', (sql) => {
  expect(stepsOf(sql)).toEqual([])
})
