import { existsSync, mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { clientAlliance } from '#shared/series/testing/own-series.ts'
import { answersOf, clientEntry, sessionLog } from '../../testing/entries.ts'
import { temporaryFolder } from '../../testing/temporary-folder.ts'
import { createTestVault, rightPassphrase } from '../../testing/test-vault.ts'
import { supervisors, withContacts } from './testing/sharing-vault.ts'

/** A vault with two contacts and a client who allows sharing and has rated two sessions. */
async function vaultToShare() {
  const vault = createTestVault()
  const { api } = vault
  const client = await api.clients.create(clientEntry({ code: 'Fern' }))
  const sharing = withContacts(vault)
  const consent = sharing.consentOf(client.id)
  await api.sharing.giveConsent(consent)
  const logs = [1, 2].map((number) => sessionLog(client.id, { session: { number } }))
  for (const log of logs) {
    await api.sessions.save({ log, expectedRevision: 0 })
    await api.handOver.begin({ sessionId: log.session.id })
    const ratings = answersOf({ goals: 7, tasks: 7, bond: 7, overall: 7 })
    await api.handOver.saveAnswers({ answers: { 'attune-alliance-client': ratings }, comment: '' })
    await api.handOver.finish({ stopped: false })
    await api.handOver.return({ passphrase: rightPassphrase })
  }
  const all = { series: [clientAlliance], question: 'How do I go on?' }
  return { ...vault, ...sharing, clientId: client.id, consent, logs, all }
}

const madeIn = ({ db }: Pick<Awaited<ReturnType<typeof vaultToShare>>, 'db'>) =>
  db.prepare(`SELECT client_id FROM audit_entries WHERE kind = 'bundle-made' ORDER BY sequence`).pluck().all()

test('what is saved is exactly what was shown, for its recipient alone, and only its owner can read the file', async () => {
  const vault = await vaultToShare()
  const { api, clientId, ruth, share, all, prepare, save, opened } = vault
  const shown = await prepare(ruth.id, [share(clientId, all)])
  const path = await save(shown)
  const text = await opened(path)
  expect(text.slice(text.indexOf('\n') + 1)).toBe(shown.text)
  expect(shown.text).toContain('"value":7')
  expect(statSync(path).mode & 0o777).toBe(0o600)
  await expect(opened(path, supervisors[1])).rejects.toThrow()
  expect(madeIn(vault)).toEqual([clientId])
  expect(await api.sharing.sent()).toMatchObject([
    {
      contactName: 'Ruth Lind',
      clientCount: 1,
      removals: 0,
      clients: [{ code: 'Fern', choice: share(clientId, all), pseudonym: shown.clients[0]?.pseudonym }],
    },
  ])
  expect((await api.sharing.choices()).recipients.map(({ lastSentAt }) => lastSentAt)).toEqual([
    null,
    '2026-03-20T15:00:00.000Z',
  ])
})

test('a bundle that is only looked at leaves nothing in the vault', async () => {
  const { db, clientId, ruth, share, prepare } = await vaultToShare()
  await prepare(ruth.id, [share(clientId)])
  for (const table of ['client_pseudonyms', 'sent_bundles'])
    expect(db.prepare(`SELECT count(*) FROM ${table}`).pluck().get()).toBe(0)
  expect(db.prepare('SELECT max(last_number) FROM contacts').pluck().get()).toBe(0)
})

test('an update keeps the pseudonym and has a higher number; another contact gets another pseudonym', async () => {
  const { clientId, ruth, max, share, prepare, save } = await vaultToShare()
  const first = await prepare(ruth.id, [share(clientId)])
  await save(first)
  const update = await prepare(ruth.id, [share(clientId)])
  const other = await prepare(max.id, [share(clientId)])
  expect(update.clients).toEqual(first.clients)
  expect(other.clients[0]?.pseudonym).not.toBe(first.clients[0]?.pseudonym)
  const numberIn = (text: string) => Number(/"number":(\d+),"recipient"/.exec(text)?.[1])
  expect(numberIn(update.text)).toBeGreaterThan(numberIn(first.text))
})

test('fault 197: a record that changes after the preview is not saved as if it had been seen', async () => {
  const { api, clientId, logs, ruth, share, all, prepare, save } = await vaultToShare()
  const shown = await prepare(ruth.id, [share(clientId, all)])
  const stored = await api.sessions.get({ id: logs[1]!.session.id })
  const log = {
    ...logs[1]!,
    responses: stored.responses,
    session: { ...stored.session, status: 'no-show' },
  } as const
  await api.sessions.save({ log, expectedRevision: stored.revision })
  await expect(save(shown)).rejects.toMatchObject({ code: 'share-changed' })
  expect(await api.sharing.sent()).toEqual([])
  await save(await prepare(ruth.id, [share(clientId, all)]))
})

test('fault 198: nothing is saved until each line is confirmed, and a changed line has to be confirmed again', async () => {
  const { api, clientId, ruth, max, share, grant, prepare, save } = await vaultToShare()
  const question = 'Fern met Peter on 3 May. What now?'
  const first = await prepare(ruth.id, [share(clientId, { question })])
  const keys = first.lines.map(({ key }) => key)
  expect(first.lines.map(({ reason, where }) => [reason, where])).toEqual([
    ['small-caseload', 'bundle'],
    ['code', 'question'],
    ['date', 'question'],
    ['name', 'question'],
    ['few-sessions', 'sessions'],
  ])
  const send = (prepared: typeof first, confirmed: string[]) =>
    api.sharing.send({
      bundleId: prepared.bundleId,
      confirmed,
      token: grant('bundle', join(temporaryFolder(), 'bundle.age')),
    })
  for (const missing of keys)
    await expect(
      send(
        first,
        keys.filter((key) => key !== missing),
      ),
    ).rejects.toMatchObject({ code: 'line-not-confirmed' })
  const changed = await prepare(ruth.id, [share(clientId, { question: `${question} And Paul?` })])
  expect(changed.lines.filter(({ key }) => !keys.includes(key)).map(({ where }) => where)).toEqual([
    'question',
    'question',
    'question',
  ])
  await expect(send(changed, keys)).rejects.toMatchObject({ code: 'line-not-confirmed' })
  // The same line for another contact is the same line.
  const other = await prepare(max.id, [share(clientId, { question })])
  expect(other.lines.map(({ key }) => key)).toEqual(keys)
  await save(changed)
})

test('fault 199: a file that can’t be written is said; nothing counts as sent, and the next try succeeds', async () => {
  const { api, clientId, ruth, share, prepare, save, opened } = await vaultToShare()
  const shown = await prepare(ruth.id, [share(clientId)])
  const folder = temporaryFolder()
  const taken = join(folder, 'bundle.age')
  mkdirSync(taken)
  await expect(save(shown, taken)).rejects.toMatchObject({ name: 'AppError' })
  await expect(save(shown, join(folder, 'gone', 'bundle.age'))).rejects.toMatchObject({
    code: 'place-missing',
  })
  expect(await api.sharing.sent()).toEqual([])
  expect(await opened(await save(shown))).toContain(shown.text)
})

test('fault 277: the log says who looked at whom, for whom a file was made, and that one could not be written', async () => {
  const { api, db, clock, clientId, ruth, share, prepare, save } = await vaultToShare()
  /** What was logged since the last look; a view may be written after a change that follows it. */
  let seen = 0
  const logged = async () => {
    // Reading the log writes the views that wait.
    await api.audit.list({ area: null, clientId: null, from: null, to: null, before: null, most: 1 })
    const entries = db
      .prepare('SELECT kind, client_id, contact_id FROM audit_entries ORDER BY sequence')
      .raw()
      .all()
    const found = entries.slice(seen)
    seen = entries.length
    return found
  }
  await prepare(ruth.id, [share(clientId)])
  await logged()
  clock.now = new Date('2026-03-20T16:00:00.000Z')
  const shown = await prepare(ruth.id, [share(clientId)])
  expect(await logged()).toEqual([['client-viewed', clientId, null]])
  await expect(save(shown, join(temporaryFolder(), 'gone', 'bundle.age'))).rejects.toThrow()
  expect(await logged()).toEqual([
    ['bundle-made', clientId, ruth.id],
    ['bundle-not-written', clientId, ruth.id],
  ])
  clock.now = new Date('2026-03-20T17:00:00.000Z')
  await api.sharing.ofClient({ clientId })
  expect(await logged()).toEqual([['client-viewed', clientId, null]])
  await save(shown)
  expect(await logged()).toEqual([['bundle-made', clientId, ruth.id]])
  expect(await api.audit.check()).toMatchObject({ findings: [] })
})

test('fault 200: a bundle that was saved, replaced or never shown is not saved again', async () => {
  const { clientId, ruth, share, prepare, save } = await vaultToShare()
  const replaced = await prepare(ruth.id, [share(clientId)])
  const shown = await prepare(ruth.id, [share(clientId)])
  await expect(save(replaced)).rejects.toMatchObject({ code: 'share-changed' })
  await save(shown)
  await expect(save(shown)).rejects.toMatchObject({ code: 'share-changed' })
  const twice = await prepare(ruth.id, [share(clientId)])
  const saved = await Promise.allSettled([save(twice), save(twice)])
  expect(saved.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
})

test('fault 201: consent that is withdrawn while the bundle is sealed stops it', async () => {
  const vault = await vaultToShare()
  const { api, clientId, consent, ruth, share, prepare, save } = vault
  const shown = await prepare(ruth.id, [share(clientId)])
  const path = join(temporaryFolder(), 'bundle.age')
  const saving = save(shown, path)
  await api.sharing.withdrawConsent({ id: consent.id, withdrawnOn: '2026-03-20' })
  await expect(saving).rejects.toMatchObject({ code: 'consent-missing' })
  expect(existsSync(path)).toBe(false)
  expect(madeIn(vault)).toEqual([])
})

test('fault 202: a contact whose keys changed after the preview gets nothing, under either key', async () => {
  const { contacts, clientId, ruth, max, share, prepare, save } = await vaultToShare()
  const shown = await prepare(ruth.id, [share(clientId)])
  contacts.put({ ...ruth, state: 'changed', laterKeys: { ...ruth.keys, age: max.keys.age } })
  await expect(save(shown)).rejects.toMatchObject({ code: 'not-found' })
  contacts.put({ ...ruth, keys: { ...ruth.keys, age: max.keys.age } })
  await expect(save(shown)).rejects.toMatchObject({ code: 'share-changed' })
})

test('fault 203: a client who was withdrawn or erased is asked back by the next bundle, which needs no client', async () => {
  const { api, db, clock, clientId, consent, ruth, max, share, prepare, save, opened } = await vaultToShare()
  await expect(prepare(ruth.id, [])).rejects.toMatchObject({ code: 'nothing-to-share' })
  const shown = await prepare(ruth.id, [share(clientId)])
  await save(shown)
  const holdings = async () => (await api.sharing.consents({ clientId })).holdings
  expect(await holdings()).toMatchObject([{ contactName: 'Ruth Lind', state: 'shared' }])
  await api.sharing.withdrawConsent({ id: consent.id, withdrawnOn: '2026-03-20' })
  expect(await holdings()).toMatchObject([{ contactName: 'Ruth Lind', state: 'to-ask' }])
  const waiting = async () => (await api.sharing.choices()).recipients.map(({ toWithdraw }) => toWithdraw)
  expect(await waiting()).toEqual([0, 1])
  await expect(prepare(max.id, [])).rejects.toMatchObject({ code: 'nothing-to-share' })
  clock.now = new Date('2026-03-20T16:00:00.000Z')
  const removing = await prepare(ruth.id, [])
  expect(removing.text).toContain(`"withdrawn":["${shown.clients[0]?.pseudonym}"]`)
  expect(await opened(await save(removing))).toContain(removing.text)
  expect(await holdings()).toMatchObject([{ state: 'asked' }])
  expect(await waiting()).toEqual([0, 0])
  db.prepare('DELETE FROM clients WHERE id = ?').run(clientId)
  expect(await api.sharing.sent()).toMatchObject([
    { clientCount: 0, removals: 1, clients: [] },
    { clientCount: 1, clients: [] },
  ])
})

test('fault 268: a client who is withdrawn and allows sharing again in one unlock has a new name', async () => {
  const { api, clientId, consent, consentOf, ruth, share, prepare, save } = await vaultToShare()
  const first = await prepare(ruth.id, [share(clientId)])
  await save(first)
  await api.sharing.withdrawConsent({ id: consent.id, withdrawnOn: '2026-03-20' })
  await api.sharing.giveConsent(consentOf(clientId))
  const again = await prepare(ruth.id, [share(clientId)])
  const [before, now] = [first, again].map(({ clients }) => clients[0]?.pseudonym)
  expect(now).not.toBe(before)
  expect(again.text).toContain(`"withdrawn":["${before}"]`)
  await save(again)
})

test('fault 268: so does one whose withdrawal came between two looks at an unsaved bundle', async () => {
  const { api, db, clientId, consent, consentOf, ruth, share, prepare, save } = await vaultToShare()
  const looked = await prepare(ruth.id, [share(clientId)])
  // A write that fails leaves the name in the vault, and the process still remembers it as proposed.
  await expect(save(looked, join(temporaryFolder(), 'gone', 'bundle.age'))).rejects.toThrow()
  expect(db.prepare('SELECT count(*) FROM client_pseudonyms').pluck().get()).toBe(1)
  await api.sharing.withdrawConsent({ id: consent.id, withdrawnOn: '2026-03-20' })
  await api.sharing.giveConsent(consentOf(clientId))
  const again = await prepare(ruth.id, [share(clientId)])
  expect(again.clients[0]?.pseudonym).not.toBe(looked.clients[0]?.pseudonym)
  await save(again)
})

test('fault 273: the clients of a file are in the order of its own pseudonyms, not in that of another file', async () => {
  const { api, clientId, consentOf, ruth, max, share, prepare, save } = await vaultToShare()
  const ids = [clientId]
  for (const code of ['Moss', 'Ivy', 'Elm', 'Oak', 'Ash', 'Yew', 'Fir']) {
    const client = await api.clients.create(clientEntry({ code }))
    await api.sharing.giveConsent(consentOf(client.id))
    ids.push(client.id)
  }
  const inFile = /"pseudonym":"([^"]+)"/g
  const bundles = [ruth, max].map(
    ({ id }) =>
      () =>
        prepare(
          id,
          ids.map((each) => share(each)),
        ),
  )
  for (const next of bundles) {
    const prepared = await next()
    const listed = [...prepared.text.matchAll(inFile)].map(([, name]) => String(name))
    expect(listed).toHaveLength(ids.length)
    expect(listed).toEqual(listed.toSorted((one, other) => (one < other ? -1 : 1)))
    await save(prepared)
    const given = new Map(prepared.clients.map(({ code, pseudonym }) => [code, pseudonym]))
    const sent = (await api.sharing.sent()).find(({ id }) => id === prepared.bundleId)
    expect(sent?.clients).toHaveLength(ids.length)
    for (const { code, pseudonym } of sent?.clients ?? []) expect(pseudonym).toBe(given.get(code))
  }
})

test('fault 274: a bundle is listed as sent before its file is there, and no longer if it can’t be written', async () => {
  const { api, db, clientId, ruth, share, prepare, save } = await vaultToShare()
  const path = join(temporaryFolder(), 'gone', 'bundle.age')
  const listed: unknown[] = []
  db.function('note_listed', (id) => void listed.push([id, existsSync(path)]))
  db.exec(`CREATE TEMP TRIGGER noted AFTER INSERT ON sent_bundles BEGIN SELECT note_listed(NEW.id); END`)
  const shown = await prepare(ruth.id, [share(clientId)])
  await expect(save(shown, path)).rejects.toMatchObject({ code: 'place-missing' })
  expect(listed).toEqual([[shown.bundleId, false]])
  expect(await api.sharing.sent()).toEqual([])
  expect((await api.sharing.consents({ clientId })).holdings).toEqual([])
  const taken = await save(shown)
  expect(existsSync(taken)).toBe(true)
  expect(await api.sharing.sent()).toMatchObject([{ id: shown.bundleId, clients: [{ code: 'Fern' }] }])
})

test('fault 275: what a person was sent counts also after it was withdrawn, until it is asked back', async () => {
  const { api, clientId, consent, ruth, share, prepare, save } = await vaultToShare()
  await save(await prepare(ruth.id, [share(clientId)]))
  expect(await api.contacts.get({ id: ruth.id })).toMatchObject({ clients: 1, toAsk: 0 })
  await api.sharing.withdrawConsent({ id: consent.id, withdrawnOn: '2026-03-20' })
  expect(await api.contacts.get({ id: ruth.id })).toMatchObject({ clients: 1, toAsk: 1 })
  await save(await prepare(ruth.id, []))
  expect(await api.contacts.get({ id: ruth.id })).toMatchObject({ clients: 1, toAsk: 0 })
})

test('fault 204: a bundle that was made before a newer one for the same contact is not saved after it', async () => {
  const { contacts, clientId, ruth, share, prepare, save } = await vaultToShare()
  const shown = await prepare(ruth.id, [share(clientId)])
  const number = Number(/"number":(\d+),"recipient"/.exec(shown.text)?.[1])
  expect(contacts.useNumber(ruth.id, number + 1)).toBe(true)
  await expect(save(shown)).rejects.toMatchObject({ code: 'share-changed' })
})
