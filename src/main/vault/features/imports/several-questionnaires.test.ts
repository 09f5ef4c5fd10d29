import { expect, test } from 'vitest'
import { createTestVault } from '../../testing/test-vault.ts'
import { phqFile } from './testing/phq-file.ts'

const phq = Array.from({ length: 10 }, (_, at) => (at < 9 ? `phq9-${at + 1}` : 'phq9-difficulty'))
const gad = Array.from({ length: 7 }, (_, at) => `gad7-${at + 1}`)
const row = (
  session: number | '',
  day: number,
  phqs: readonly (number | '')[],
  gads: readonly (number | '')[],
) => ['Ash', `2026-02-0${day}`, session, ...phqs, ...gads].join(',')

test('PHQ-9 and GAD-7 side by side join one session, with and without numbers, and the same file changes nothing', async () => {
  const vault = createTestVault()
  const instruments = await vault.api.instruments.list()
  const gad7 = instruments.find(({ id }) => id === 'gad-7')
  if (gad7 === undefined) throw new Error('there is no GAD-7')
  const ones = phq.map(() => 1)
  const head = ['client', 'date', 'session', ...phq, ...gad].join(',')
  const none = gad.map(() => '' as const)
  const { mappings, ...plain } = phqFile([])
  const [first] = mappings
  if (first?.layout !== 'wide') throw new Error('the file has another layout')
  const second = {
    ...first,
    instrument: { id: gad7.id, version: gad7.version },
    items: gad7.items.flatMap(({ id }, at) =>
      at < gad.length ? [{ item: id, column: 3 + phq.length + at }] : [],
    ),
  }
  const fileOf = (rows: readonly string[], session: typeof first.session) => ({
    ...plain,
    text: `${[head, ...rows].join('\n')}\n`,
    mappings: [
      { ...first, session },
      { ...second, session },
    ],
  })
  const file = fileOf(
    [
      row(
        1,
        2,
        ones,
        gad.map(() => 2),
      ),
      row(2, 9, ones, none),
    ],
    first.session,
  )
  expect(await vault.api.imports.run({ file, leavesOut: false })).toMatchObject({
    done: { brought: { newClients: 1, newSessions: 2, forms: 3 } },
  })
  const formsOn = async (date: string) => {
    const [client] = await vault.api.clients.list()
    const [session] = await vault.api.sessions.onDay({ clientId: client?.client.id ?? '', date })
    const log = await vault.api.sessions.get({ id: session?.id ?? '' })
    return log.responses.map(({ instrumentId }) => instrumentId).toSorted()
  }
  expect(await formsOn('2026-02-02')).toEqual(['gad-7', 'phq-9'])
  expect(await formsOn('2026-02-09')).toEqual(['phq-9'])
  expect(await vault.api.imports.preview(file)).toMatchObject({ unchanged: 3, brings: { forms: 0 } })

  const later = fileOf(
    [
      row(
        '',
        5,
        ones,
        gad.map(() => 3),
      ),
    ],
    null,
  )
  const other = createTestVault()
  expect(await other.api.imports.run({ file: later, leavesOut: false })).toMatchObject({
    done: { brought: { newSessions: 1, forms: 2 } },
  })
})
