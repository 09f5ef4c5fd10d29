import type { OutputAt, Path } from '#shared/contract/contract.ts'
import type { ProvenPath } from '#shared/contract/proof.ts'
import { call, expect, passphrase, type Running } from './fixtures.ts'

/** Calls an operation, which must succeed, and gives its answer. */
export async function ask<P extends Path>(
  { page }: Pick<Running, 'page'>,
  path: P,
  input?: unknown,
): Promise<OutputAt<P>> {
  // The contract's types say what the operation answers with.
  const result = (await call(page, path, input)) as { ok: boolean; value: OutputAt<P> }
  expect(result.ok, path).toBe(true)
  return result.value
}

/** A proof for one run of an operation, as the page gets it once the passphrase is typed. */
export async function proofFor(running: Pick<Running, 'page'>, path: ProvenPath): Promise<string> {
  const { proof } = await ask(running, 'keys.prove', { path, secret: { kind: 'passphrase', passphrase } })
  return proof
}

/** Answers the dialogs with a file, as if the user had chosen it. */
export async function willChoose({ app }: Running, path: string): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [filePath] })
  }, path)
}

/**
 * Ada Berg, the therapist, and Ruth Lind, the supervisor, compare words. Gives Ruth's contact in Ada's vault, and the
 * other way round.
 */
export async function meet(therapist: Running, supervisor: Running) {
  const ofAda = await ask(therapist, 'contacts.makeCard', { name: 'Ada Berg' })
  const ofRuth = await ask(supervisor, 'contacts.makeCard', { name: 'Ruth Lind' })
  const add = async (running: Running, { card, words: spoken }: typeof ofAda): Promise<string> => {
    await ask(running, 'contacts.add', { text: card, contactId: null, name: null })
    const [contact] = await ask(running, 'contacts.list')
    const id = contact?.id ?? ''
    const proof = await proofFor(running, 'contacts.compare')
    await ask(running, 'contacts.compare', { id, typed: spoken.join(' '), proof })
    return id
  }
  return { ruth: await add(therapist, ofRuth), ada: await add(supervisor, ofAda) }
}
