// The process that is killed, and the one that examines the result: vault-child <perform|examine> ...
import { createInterface } from 'node:readline'
import { z } from 'zod'
import { examine } from './examine.ts'
import { perform } from './perform.ts'
import { scenarioOf } from './scenarios.ts'

const [mode = '', assetsFolder = '', ...given] = process.argv.slice(2)

const performSchema = z.tuple([
  z.string(),
  z.string(),
  z.enum(['before', 'steps']),
  z.string().transform(Number).pipe(z.int().min(0)),
])
const questionSchema = z.strictObject({ folder: z.string(), scenario: z.string() })

if (mode === 'perform') {
  const [folder, scenario, part, count] = performSchema.parse(given)
  const { makes, [part]: steps } = scenarioOf(scenario)
  if (part === 'before') await makes?.(folder)
  await perform(folder, assetsFolder, steps.slice(0, count))
} else
  for await (const line of createInterface({ input: process.stdin })) {
    const { folder, scenario } = questionSchema.parse(JSON.parse(line))
    const answer = await examine(folder, assetsFolder, scenarioOf(scenario).secrets).catch(
      (cause: unknown) => ({
        error: String(cause),
      }),
    )
    process.stdout.write(`${JSON.stringify(answer)}\n`)
  }
