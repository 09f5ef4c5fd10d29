import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'

import { repositoryFolder } from '../runtime/repository.ts'

const platform = z.object({ target: z.array(z.object({ target: z.string(), arch: z.array(z.string()) })) })
const configuration = z
  .object({ win: platform, mac: platform, linux: platform })
  .parse(parse(readFileSync(join(repositoryFolder, 'electron-builder.yml'), 'utf8')))
const formsOf = ({ target }: z.output<typeof platform>) => target.map(({ target: form }) => form)

it('is packaged for Linux only in a format that keeps the sandbox on', () => {
  expect(formsOf(configuration.linux)).toEqual(['deb'])
})

it('is packaged for Windows and macOS in the formats that people expect there', () => {
  expect(formsOf(configuration.win)).toEqual(['nsis'])
  expect(formsOf(configuration.mac)).toEqual(['dmg', 'zip'])
})
