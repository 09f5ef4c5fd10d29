import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { answeringOf, isAnswering } from './answering-folder.ts'

const share = vi.hoisted(() => ({ hung: new Map<string, () => void>() }))

vi.mock(import('node:fs/promises'), async (original) => {
  const real = await original()
  const opendir: typeof real.opendir = async (path, options) => {
    const name = String(path)
    if (name.startsWith('/share/')) await new Promise<void>((resolve) => share.hung.set(name, resolve))
    return real.opendir(path, options)
  }
  return { ...real, opendir }
})

test('fault 152: folders that hang leave a thread for the folder in use and one for Attune’s own files', async () => {
  const folder = temporaryFolder()
  const shares = ['/share/1', '/share/2', '/share/3', '/share/4']
  expect(await answeringOf(shares)).toEqual([])
  expect(share.hung.size).toBe(2)
  expect(await isAnswering(folder)).toBe(true)
  expect(await isAnswering('/share/3')).toBe(false)
  expect(await isAnswering('/share/4')).toBe(false)
  expect(share.hung.size).toBe(3)
  // Once a share answers again, be it with a failure, the next folder is asked.
  share.hung.get('/share/1')?.()
  share.hung.get('/share/2')?.()
  await vi.waitFor(async () => expect(await answeringOf([folder])).toEqual([folder]), { timeout: 10_000 })
})

test('many folders that answer are all found, though only a few are asked at a time', async () => {
  const folder = temporaryFolder()
  const folders = Array.from({ length: 40 }, (_, index) => join(folder, String(index)))
  expect(await answeringOf(folders)).toEqual(folders)
})
