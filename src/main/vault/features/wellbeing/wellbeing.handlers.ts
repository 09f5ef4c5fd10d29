import type { Handlers } from '#shared/contract/contract.ts'
import { AppError } from '#shared/contract/result.ts'
import { canonicalJson } from '#shared/json/canonical-json.ts'
import { change } from '../../database/change.ts'
import { checkResponse } from '../../records/instruments/check-responses.ts'
import { todayIn } from '../../database/vault-context.ts'
import { findCheck, insertCheck, newestChecks } from '../../records/wellbeing.repository.ts'
import type { Records } from '../../records/records.ts'

export function createWellbeingHandlers({ context, instruments }: Records): Handlers<'vault'>['wellbeing'] {
  const { db } = context
  return {
    list: () => newestChecks(db),
    save: (check) => {
      if (check.takenOn > todayIn(context)) throw new AppError('rated-in-future', ['takenOn'])
      change(db, () => {
        checkResponse(instruments, check, 'check')
        const existing = findCheck(db, check.id)
        if (existing === null) insertCheck(db, check)
        else if (canonicalJson(existing) !== canonicalJson(check)) throw new AppError('conflict')
      })
    },
  }
}
