import { opendir } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'

/** A network share can take minutes to answer, or hang. */
const longestWaitMilliseconds = 1_500
/** Waits in short steps: after work that kept the whole process busy, an answer that has come must still be heard. */
const steps = 15

/**
 * The most folders that are asked at a time. Node has four threads for files, and a folder that hangs keeps one. The last
 * thread stays for Attune's own files, and the one before it for the folder in use, whatever the others do.
 */
const mostAsked = { one: 3, ofMany: 2 } as const

/** The folders that have not answered yet. */
const asked = new Map<string, Promise<true>>()

/**
 * Whether a folder answers in time, be it with a failure. One that doesn't must be left alone: a synchronous call to it
 * would stop the whole process, and an asynchronous one would never end.
 */
export function isAnswering(folder: string): Promise<boolean> {
  return answersAmong(mostAsked.one, folder)
}

/** Those of some folders that answer in time. If more than a few hang, the rest are not asked and count as silent. */
export async function answeringOf(folders: readonly string[]): Promise<string[]> {
  const answers = await Promise.all(folders.map((folder) => answersAmong(mostAsked.ofMany, folder)))
  return folders.filter((_folder, index) => answers[index])
}

async function answersAmong(most: number, folder: string): Promise<boolean> {
  for (let step = 0; step < steps;) {
    const pause = wait(longestWaitMilliseconds / steps, false, { ref: false })
    const question = asked.get(folder) ?? (asked.size < most ? ask(folder) : null)
    const hasAnswer = await Promise.race([...(question ? [question] : asked.values()), pause])
    if (hasAnswer && question) return true
    if (!hasAnswer) step += 1
  }
  return false
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
