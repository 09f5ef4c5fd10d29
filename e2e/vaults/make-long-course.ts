import { z } from 'zod'
import { makeBenchVault } from '../../scripts/bench/large-client.ts'

// Runs in a process of its own, which ends with its last line: the timers of an open vault would keep it.
const [dataFolder, passphrase] = z.tuple([z.string(), z.string()]).parse(process.argv.slice(2))
await makeBenchVault(dataFolder, 500, { clientsOfEach: 1, withSymptoms: true, passphrase })
process.exit(0)
