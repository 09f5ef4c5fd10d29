import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'

import { repositoryFolder } from '../runtime/repository.ts'
import { icnsFile, icoFile } from './icon-files.ts'

const picture = (size: number, content: string) => ({ size, png: Buffer.from(content) })

it('writes a Windows icon whose entries point to their pictures, and leaves out pictures too large for the format', () => {
  const file = icoFile([picture(16, 'small'), picture(256, 'large'), picture(512, 'too large')])
  expect(file.readUInt16LE(2)).toBe(1)
  expect(file.readUInt16LE(4)).toBe(2)
  const contentOf = (entry: number): string => {
    const [length, offset] = [file.readUInt32LE(entry + 8), file.readUInt32LE(entry + 12)]
    return file.toString('utf8', offset, offset + length)
  }
  expect(file.readUInt8(6)).toBe(16)
  expect(contentOf(6)).toBe('small')
  expect(file.readUInt8(22)).toBe(0)
  expect(contentOf(22)).toBe('large')
  expect(file.length).toBe(6 + 2 * 16 + 'small'.length + 'large'.length)
})

it('writes a Mac icon as one block that contains a block for each picture', () => {
  const file = icnsFile([picture(24, 'no such size'), picture(512, 'half'), picture(1024, 'full')])
  expect(file.toString('ascii', 0, 4)).toBe('icns')
  expect(file.readUInt32BE(4)).toBe(file.length)
  expect(file.toString('ascii', 8, 12)).toBe('ic09')
  expect(file.readUInt32BE(12)).toBe(8 + 'half'.length)
  expect(file.toString('utf8', 16, 20)).toBe('half')
  expect(file.toString('ascii', 20, 24)).toBe('ic10')
})

it('has drawn every icon that the configuration names', () => {
  const platform = z.object({ icon: z.string() })
  const { win, mac, linux } = z
    .object({ win: platform, mac: platform, linux: platform })
    .parse(parse(readFileSync(join(repositoryFolder, 'electron-builder.yml'), 'utf8')))
  for (const { icon } of [win, mac, linux]) expect(existsSync(join(repositoryFolder, icon))).toBe(true)
  const largest = readFileSync(join(repositoryFolder, linux.icon, '1024x1024.png'))
  expect([largest.readUInt32BE(16), largest.readUInt32BE(20)]).toEqual([1024, 1024])
})
