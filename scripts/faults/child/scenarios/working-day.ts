import { z } from 'zod'
import { Refused } from '../drive.ts'
import { addsClient, creates, keepsDraft, savesSession, unlocks } from '../entries.ts'
import { asks, passphrase, type Scenario, type Step } from '../scenario.ts'

const long = 'What was said, and how it was said, in some detail. '.repeat(300)

/** The first start: creates a vault and adds the first client. */
export const firstStart: Scenario = {
  name: 'first start',
  before: [],
  steps: [creates(), addsClient('Harbour')],
  secrets: [passphrase],
}

/** Work between two clients: open, log, correct, draft, save; with short and long notes. */
export const workingDay: Scenario = {
  name: 'working day',
  before: [creates(), addsClient('Harbour'), savesSession('Harbour', 1, 'The session before.')],
  steps: [
    unlocks(),
    savesSession('Harbour', 2, 'A line or two, as one writes between clients.'),
    keepsDraft('Harbour', 3, 'Begun, not yet saved'),
    savesSession('Harbour', 3, long),
    savesSession('Harbour', 2, 'Corrected in the evening.', 1),
    addsClient('Lantern'),
    savesSession('Lantern', 1, 'First session.'),
  ],
  secrets: [passphrase],
}

/** Writes many pages in one transaction and removes them again. */
export const sampleCaseload: Scenario = {
  name: 'sample caseload',
  before: [creates(), addsClient('Harbour bell')],
  steps: [unlocks(), asks('sample.load'), asks('sample.remove')],
  secrets: [passphrase],
}

const outcomesSchema = z.array(z.object({ code: z.string().nullable() }))

/** Makes a backup. The answer has the result for each folder; a failed one is tried again. */
const makesBackup: Step = {
  name: 'backups.make',
  run: async (call) => {
    for (const { code } of outcomesSchema.parse(await call('backups.make')))
      if (code !== null) throw new Refused('backups.make', code)
  },
}

/** Makes a backup by hand, and another one after a change. */
export const backingUp: Scenario = {
  name: 'backing up',
  before: [creates(), addsClient('Harbour'), savesSession('Harbour', 1, 'Backed up later.')],
  steps: [unlocks(), makesBackup, savesSession('Harbour', 2, 'Backed up, too.'), makesBackup],
  secrets: [passphrase],
}
