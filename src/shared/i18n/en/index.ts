import { about } from './about.ts'
import { app, commands, menu } from './app.ts'
import { audit } from './audit.ts'
import { backups } from './backups.ts'
import { charts } from './charts.ts'
import { client } from './client.ts'
import { clients } from './clients.ts'
import { errors } from './errors.ts'
import { evidenceProblems } from './evidence-problems.ts'
import { evidence } from './evidence.ts'
import { files } from './files.ts'
import { handOver } from './hand-over.ts'
import { keys } from './keys.ts'
import { logSession } from './log-session.ts'
import { packs } from './packs.ts'
import { outcome } from './outcome.ts'
import { prompts } from './prompts.ts'
import { rules } from './rules.ts'
import { rights } from './rights.ts'
import { risk } from './risk.ts'
import { security } from './security.ts'
import { settings } from './settings.ts'
import { today } from './today.ts'
import { trouble } from './trouble.ts'
import { ui } from './ui.ts'
import { unlock } from './unlock.ts'
import { wellbeing } from './wellbeing.ts'

/** Every word of the interface, by area. Content (instruments, evidence, rules) has its own words. */
export const english = {
  about,
  app,
  audit,
  backups,
  charts,
  client,
  clients,
  commands,
  errors,
  evidence,
  evidenceProblems,
  files,
  handOver,
  keys,
  logSession,
  menu,
  packs,
  outcome,
  prompts,
  rights,
  rules,
  risk,
  security,
  settings,
  today,
  trouble,
  ui,
  unlock,
  wellbeing,
} as const
