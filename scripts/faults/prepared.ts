import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Examined } from './child/examine.ts'
import { scenarioOf } from './child/scenarios.ts'
import { startExaminer, type Examiner } from './examiner.ts'
import { runChild, type ChildEnd } from './run-child.ts'

/** A scenario with the vault it starts from, and the result of an undisturbed run after each step. */
export interface Prepared {
  readonly child: string
  readonly scenario: string
  readonly stepCount: number
  /** The vault after no step, after the first, and so on, each closed properly. */
  readonly undisturbed: readonly Examined[]
  readonly examiner: Examiner
  /** Copies the vault that the steps start from into a new folder. */
  readonly freshFolder: () => string
  readonly end: () => void
}

/** Makes the vault that a scenario starts from, and records the vault after each step of an undisturbed run. */
export async function prepare(child: string, name: string): Promise<Prepared> {
  const { before, steps } = scenarioOf(name)
  const room = mkdtempSync(join(tmpdir(), 'attune-faults-'))
  const start = join(room, 'start')
  mkdirSync(start)
  const examiner = startExaminer(child)
  let copies = 0
  const freshFolder = (): string => {
    copies += 1
    const folder = join(room, `copy-${copies}`)
    cpSync(start, folder, { recursive: true })
    return join(folder, 'vault')
  }
  const made = { child, scenario: name, folder: join(start, 'vault') }
  assertUndisturbed(await runChild({ ...made, part: 'before', count: before.length }))
  const undisturbed: Examined[] = []
  for (let count = 0; count <= steps.length; count += 1) {
    const folder = freshFolder()
    assertUndisturbed(await runChild({ ...made, folder, count }))
    undisturbed.push(await examiner.examine(folder, name))
    rmSync(join(folder, '..'), { recursive: true })
  }
  const end = (): void => {
    examiner.end()
    rmSync(room, { recursive: true, force: true })
  }
  return { child, scenario: name, stepCount: steps.length, undisturbed, examiner, freshFolder, end }
}

function assertUndisturbed({ failure, isClosed, refusals }: ChildEnd): void {
  if (!isClosed || refusals.length > 0) throw new Error(`an undisturbed run failed: ${failure}`)
}
