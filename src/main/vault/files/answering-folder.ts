import { opendir } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'

/** A network share can take minutes to answer, or hang. */
const longestWaitMilliseconds = 1_500
/** Waits in short steps: after work that kept the whole process busy, an answer that has come must still be heard. */
const steps = 15

/** The folders that have not answered yet. Each such question occupies one of the few threads that Node has for files. */
const asked = new Map<string, Promise<true>>()

/**
 * Whether a folder answers in time, be it with a failure. One that doesn't must be left alone: a synchronous call to it
 * would stop the whole process, and an asynchronous one would never end.
 */
export async function isAnswering(folder: string): Promise<boolean> {
  const question = asked.get(folder) ?? ask(folder)
  for (let step = 0; step < steps; step += 1) {
    const pause = wait(longestWaitMilliseconds / steps, false, { ref: false })
    if (await Promise.race([question, pause])) return true
  }
  return false
}

/** Those of some folders that answer in time. */
export async function answeringOf(folders: readonly string[]): Promise<string[]> {
  const answers = await Promise.all(folders.map(isAnswering))
  return folders.filter((_folder, index) => answers[index])
}

function ask(folder: string): Promise<true> {
  const answer = async (): Promise<true> => {
    try {
      // Opening asks the server; the facts about a folder can come from a memory of them.
      await (await opendir(folder)).close()
    } catch {
      // A failure is an answer.
    }
    asked.delete(folder)
    return true
  }
  const question = answer()
  asked.set(folder, question)
  return question
}
