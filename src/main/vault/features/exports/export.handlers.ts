import { randomUUID } from 'node:crypto'
import type { Handlers } from '#shared/contract/contract.ts'
import type { ExportChoice } from '#shared/contract/operations/exports.ts'
import { AppError } from '#shared/contract/result.ts'
import { exportFiles, filesToExport } from '#shared/exports/export-files.ts'
import { toExportedSession, type FindInstrument } from '#shared/exports/exported-ratings.ts'
import { ownRatingsBySession } from '#shared/exports/own-ratings.ts'
import { files as words } from '#shared/i18n/en/files.ts'
import { realOrFictional, type Client } from '#shared/records/client.ts'
import { todayIn } from '../../database/vault-context.ts'
import type { FileGrants } from '../../files/file-grants.ts'
import type { OutsideFiles } from '../../files/outside-files.ts'
import type { AddText } from '../../files/write-new-folder.ts'
import type { Records } from '../../records/records.ts'
import { visibleResponses } from '../../records/sessions/visible-session.ts'
import { surveyClients } from './survey-clients.ts'

interface ExportHandlerParts extends Pick<
  Records,
  'clients' | 'context' | 'instruments' | 'sessions' | 'ratingSurvey' | 'ownWords'
> {
  readonly grants: FileGrants
  readonly outside: OutsideFiles
}

/** Handles the page's requests for ratings and charts that leave the vault. */
export function createExportHandlers({
  clients,
  context,
  instruments,
  sessions,
  ratingSurvey,
  ownWords,
  grants,
  outside,
}: ExportHandlerParts): Handlers<'vault'>['exports'] {
  const find: FindInstrument = (id, version) => {
    const found = instruments.find(id, version)
    if (!found) throw new Error('a form was answered that is not in the vault')
    return found
  }

  const choose = (clientId: string | null): { chosen: readonly Client[]; fictionalLeftOut: number } => {
    if (clientId !== null) {
      const client = clients.get(clientId)
      if (!client) throw new AppError('not-found')
      return { chosen: [client], fictionalLeftOut: 0 }
    }
    const all = clients.list()
    const chosen = realOrFictional(all)
    return { chosen, fictionalLeftOut: all.length - chosen.length }
  }

  const surveyed = ({ clientId, withPrivate }: ExportChoice) => {
    const { chosen, fictionalLeftOut } = choose(clientId)
    return { chosen, fictionalLeftOut, survey: surveyClients(chosen, ratingSurvey, find, withPrivate) }
  }

  return {
    preview: (choice) => {
      const { fictionalLeftOut, survey } = surveyed(choice)
      const { counts, forms, clientsLeftOut, hiddenForms, privateForms } = survey
      return {
        clients: counts.clients,
        clientsLeftOut,
        fictionalLeftOut,
        sessions: counts.sessions,
        forms: counts.forms.reduce((sum, count) => sum + count, 0),
        hiddenForms,
        privateForms,
        files: counts.sessions === 0 ? [] : filesToExport({ ...choice, forms }, counts),
      }
    },
    save: ({ token, ...choice }) => {
      const place = grants.take(token, 'ratings-folder')
      const { formats, withWords, withPrivate } = choice
      const isExported = (instrumentId: string, version: number): boolean =>
        withPrivate || find(instrumentId, version).privateByDefault !== true
      const exported = { files: 0, sessions: 0 }
      const fill = (add: AddText): void => {
        const { chosen, survey } = surveyed(choice)
        if (survey.counts.sessions === 0 || formats.length === 0) throw new AppError('nothing-to-export')
        const now = context.now().toISOString()
        const hasOwnWords = survey.counts.ownRatings > 0
        const parts = { formats, withWords, hasOwnWords, forms: survey.forms, find, now, newId: randomUUID }
        const { whole, growing } = exportFiles(parts)
        for (const file of whole) add(file.name, file.text)
        for (const file of growing) add(file.name, file.start)
        for (const client of chosen) {
          const own = ownRatingsBySession(ownWords.ofClient(client.id))
          for (const full of sessions.listOfClient(client.id)) {
            const responses = visibleResponses(full).filter(({ instrumentId, instrumentVersion }) =>
              isExported(instrumentId, instrumentVersion),
            )
            const ownRatings = own.get(full.session.id) ?? []
            const session = toExportedSession({ ...full, client, responses, ownRatings }, find, withWords)
            for (const file of growing) add(file.name, file.add(session))
          }
        }
        for (const file of growing) add(file.name, file.end)
        exported.files = whole.length + growing.length
        exported.sessions = survey.counts.sessions
      }
      const name = `${words.ratingsFolderName} ${todayIn(context)}`
      // In one transaction, so that the files hold the vault of one moment.
      const folder = outside.writeFolder(place, name, (add) => context.db.transaction(fill)(add))
      return { folder, ...exported }
    },
    saveChart: ({ token, picture }) => {
      const content = picture.format === 'png' ? Buffer.from(picture.base64, 'base64') : picture.text
      outside.writeFile(grants.take(token, `chart-${picture.format}`), content)
    },
    noteChartCopied: () => undefined,
  }
}
