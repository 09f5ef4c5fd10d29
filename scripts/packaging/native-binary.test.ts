import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'

import { checkNativeBinary, nativeBinaryName } from './native-binary.ts'

const prebuilds = 'better-sqlite3/prebuilds'
let folder: string
let resources: string
let modules: string

function put(path: string, content: string): void {
  mkdirSync(join(path, '..'), { recursive: true })
  writeFileSync(path, content)
}
const putBeside = (name: string, content = 'binary'): void =>
  put(join(resources, 'app.asar.unpacked/node_modules', prebuilds, name), content)
const check = (): void => checkNativeBinary(resources, 'linux-x64.node', modules)

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'attune-native-'))
  resources = join(folder, 'resources')
  modules = join(folder, 'node_modules')
  put(join(modules, prebuilds, 'linux-x64.node'), 'binary')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

it('names the prebuilt binary, and throws for a machine without one', () => {
  expect(nativeBinaryName('win32', 'arm64')).toBe('win32-arm64.node')
  expect(() => nativeBinaryName('linux', 'ia32')).toThrow('no SQLite binary for linux on ia32')
  expect(() => nativeBinaryName('freebsd', 'x64')).toThrow('no SQLite binary for freebsd on x64')
})

it("accepts the target's binary alone", () => {
  putBeside('linux-x64.node')
  expect(check).not.toThrow()
})

it('refuses an app without a binary', () => {
  expect(check).toThrow('there is: nothing')
})

it("refuses another machine's binary, alone or beside the right one", () => {
  putBeside('linuxmusl-x64.node')
  expect(check).toThrow('linuxmusl-x64.node')
  putBeside('linux-x64.node')
  expect(check).toThrow('linuxmusl-x64.node')
})

it('refuses a binary that is not the installed one', () => {
  putBeside('linux-x64.node', 'another')
  expect(check).toThrow('not the file that was installed')
})
