import { firstSignOfUser, focusUnseenStartField, showStartField, takeStartHint } from './lib/start-field.ts'

focusUnseenStartField()
const isExpected = takeStartHint()
const isUsed = firstSignOfUser()

const call = async (path: string, input: unknown): Promise<unknown> =>
  JSON.parse(await window.attune.call(path, input))

// Asked before the rest of the page is loaded. Each answer serves the first question of its kind.
const firstAnswers = new Map(
  ['vault.status', 'app.about', 'lock.last'].map((path) => [path, call(path, undefined)]),
)
for (const answer of firstAnswers.values()) answer.catch(() => undefined)

/**
 * As long as a vault process that starts slowly may keep the rest of the page waiting. On a busy computer, loading the
 * rest at the same time would only slow the answer down.
 */
const patienceMilliseconds = 1_000

/** Whether the vault waits for its passphrase and there is nothing else to say: no lock just now, no wait, no trouble. */
async function waitsForPassphrase(): Promise<boolean> {
  const [status, last] = await Promise.all([firstAnswers.get('vault.status'), firstAnswers.get('lock.last')])
  const found = valueOf(status)
  return (
    found !== null &&
    'presence' in found &&
    'state' in found &&
    'waitMilliseconds' in found &&
    found.state === 'locked' &&
    found.presence === 'present' &&
    found.waitMilliseconds === 0 &&
    isNothing(last)
  )
}

function valueOf(answer: unknown): object | null {
  const isValue = typeof answer === 'object' && answer !== null && 'value' in answer
  return isValue && typeof answer.value === 'object' ? answer.value : null
}

function isNothing(answer: unknown): boolean {
  return typeof answer === 'object' && answer !== null && 'value' in answer && answer.value === null
}

const painted = (): Promise<void> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve))
  })
const patience = new Promise<boolean>((resolve) => {
  setTimeout(resolve, patienceMilliseconds, false)
})

const isWaiting = waitsForPassphrase().catch(() => false)
// The vault process answers its first question with few of its files, and loads the others for the next one.
const show = (): void => showStartField(() => void call('vault.status', undefined).catch(() => undefined))
if (isExpected) show()
// Also after the wait: the field is there sooner than the rest of the page.
else void isWaiting.then((isShown) => isShown && show())
// The field needs nothing more, so a locked page that nobody uses stays small.
if (await Promise.race([isWaiting, patience])) await Promise.all([painted(), isUsed])
const { showApp } = await import('./main.tsx')
showApp((path, input) => {
  const answer = firstAnswers.get(path)
  firstAnswers.delete(path)
  return answer ?? call(path, input)
})
