import { useTranslation } from 'react-i18next'
import { answerTo } from '#shared/instruments/response.ts'
import type { SessionId } from '#shared/records/ids.ts'
import type { StoredSessionLog } from '#shared/records/session-log.ts'
import { useAsk } from '#renderer/lib/ask.ts'
import { dayInWords, dayOf, timeOf } from '#renderer/lib/dates.ts'
import { isolateDirection } from '#renderer/lib/isolate-direction.ts'
import { Loaded } from '#renderer/parts/loaded.tsx'
import { Disclosure } from '#renderer/ui/disclosure.tsx'
import { Table } from '#renderer/ui/table.tsx'
import { therapistLog } from './edit-log.ts'
import type { FindInstrument } from './use-instruments.ts'
import common from '#renderer/ui/common.module.css'
import styles from './log-session.module.css'

/** The session before each correction, newest first. */
export function EarlierVersions({ id, findInstrument }: { id: SessionId; findInstrument: FindInstrument }) {
  const { t } = useTranslation()
  return (
    <Loaded query={useAsk('sessions.versions', { id })}>
      {(versions) =>
        versions.length === 0 ? null : (
          <Disclosure title={t('logSession.correction.versions', { count: versions.length })} level={2}>
            <ol className={styles['versions']}>
              {versions.map((version) => (
                <li key={version.revision}>
                  <Version version={version} findInstrument={findInstrument} />
                </li>
              ))}
            </ol>
          </Disclosure>
        )
      }
    </Loaded>
  )
}

function Version({ version, findInstrument }: { version: StoredSessionLog; findInstrument: FindInstrument }) {
  const { t } = useTranslation()
  const { session, revision, savedAt, ruptureNote, events } = version
  const title = t('logSession.correction.version', { revision, date: dayOf(savedAt), time: timeOf(savedAt) })
  const groups = ratedGroups(version, findInstrument)
  return (
    <>
      <h3>{title}</h3>
      <p>{`${dayInWords(session.date)} · ${t(`logSession.statuses.${session.status}`)}`}</p>
      {groups.length === 0 ? (
        <p>{t('logSession.correction.nothingRated')}</p>
      ) : (
        <Table
          caption={title}
          isCaptionHidden
          groups={groups}
          rowId={({ id }) => id}
          columns={[
            { id: 'item', header: t('logSession.compare.item'), cell: ({ text }) => text, isRowHeader: true },
            { id: 'value', header: t('logSession.compare.mine'), cell: ({ value }) => value, align: 'end' },
          ]}
        />
      )}
      {ruptureNote ? (
        <p>
          {t('logSession.correction.rupture', {
            seenBy: t(`logSession.rupture.${ruptureNote.seenBy}`),
            note: ruptureNote.note,
          })}
        </p>
      ) : null}
      {events.map(({ id, kind, note }) => (
        <p key={id}>{`${t(`logSession.events.names.${kind}`)} ${isolateDirection(note)}`}</p>
      ))}
      {session.notes === '' ? null : <p className={common['typedText']}>{session.notes}</p>}
    </>
  )
}

/** The therapist's ratings, form by form. */
function ratedGroups(version: StoredSessionLog, findInstrument: FindInstrument) {
  return therapistLog(version).responses.flatMap(({ id, instrumentId, instrumentVersion, answers }) => {
    const instrument = findInstrument(instrumentId, instrumentVersion)
    if (!instrument) return []
    const rows = instrument.items.flatMap((item) => {
      const value = answerTo(answers, item.id)
      return value === null ? [] : [{ id: item.id, text: item.text, value }]
    })
    return [{ id, label: instrument.title, rows }]
  })
}
