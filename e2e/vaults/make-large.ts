import { z } from 'zod'
import { makeBenchVault } from '../../scripts/bench/large-client.ts'

// Runs in a process of its own, which ends with its last line: the timers of an open vault would keep it.
const [dataFolder, passphrase, clients, sessions] = z
  .tuple([z.string(), z.string(), z.coerce.number(), z.coerce.number()])
  .parse(process.argv.slice(2))
await makeBenchVault(dataFolder, sessions, { clientsOfEach: clients, withSymptoms: true, passphrase })
process.exit(0)
