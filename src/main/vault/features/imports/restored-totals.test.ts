import { expect, test } from 'vitest'
import { newestOf, startVault } from '../../testing/running-vault.ts'
import { temporaryFolder } from '../../testing/temporary-folder.ts'
import { rightPassphrase } from '../../testing/test-vault.ts'
import { phqFile, phqRow, phqTotals } from './testing/phq-file.ts'

type Api = ReturnType<typeof startVault>['api']

/** What the client's page draws of the totals, and what the session with one shows. */
async function shownIn(api: Api) {
  const [listed] = await api.clients.list()
  const { outcomes, series, sessions } = await api.clients.overview({ id: listed?.client.id ?? '' })
  const forms = await api.instruments.ofSession({ sessionId: sessions.id[0] ?? '' })
  return { outcomes, series, form: forms.find(({ totalOf }) => totalOf !== undefined) ?? null }
}

test('totals survive a backup and its restore, and are drawn as totals beside answers', async () => {
  const folder = temporaryFolder()
  const first = startVault(folder)
  await first.api.vault.create({ passphrase: rightPassphrase })
  const totals = phqTotals([
    ['Ash', '2026-02-02', 20],
    ['Ash', '2026-02-09', 17],
  ])
  const answers = phqFile([phqRow('Ash', '2026-02-16', '', 1, 1, 1, 1, 1, 1, 1, 1, 0)])
  for (const file of [totals, answers])
    expect(await first.api.imports.run({ file, leavesOut: false })).toMatchObject({ kind: 'done' })
  const before = await shownIn(first.api)
  expect(before).toMatchObject({
    outcomes: [{ scores: [20, 17, 8], totals: [0, 1], change: { verdict: { change: 'reliably-better' } } }],
    form: { title: 'PHQ-9 (total only)', totalOf: { instrument: 'phq-9', version: 2 } },
  })
  await first.api.backups.make()

  await first.api.imports.undo({ id: (await first.api.imports.done())[0]?.id ?? '' })
  expect(await shownIn(first.api)).not.toEqual(before)
  const { ticket } = await first.api.backups.open({
    source: await newestOf(first.api),
    secret: { kind: 'present' },
  })
  await first.api.backups.restore({ ticket, acceptsOtherVault: false })
  await first.handlers.close()

  const { api } = startVault(folder)
  await api.vault.unlock({ passphrase: rightPassphrase })
  expect(await shownIn(api)).toEqual(before)
})
