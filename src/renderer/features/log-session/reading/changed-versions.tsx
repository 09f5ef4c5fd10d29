import { useTranslation } from 'react-i18next'
import type { StoredSessionLog } from '#shared/records/session-log.ts'
import { useAsk } from '#renderer/lib/ask.ts'
import { dayAndTimeOf } from '#renderer/lib/dates.ts'
import { Loaded } from '#renderer/parts/loaded.tsx'
import { Disclosure } from '#renderer/ui/disclosure.tsx'
import { Table } from '#renderer/ui/table.tsx'
import type { FindInstrument } from '../use-instruments.ts'
import { whatChanged } from './what-changed.ts'
import common from '#renderer/ui/common.module.css'
import styles from './reading.module.css'

interface Versions {
  readonly stored: StoredSessionLog
  readonly find: FindInstrument
}

/** The earlier versions of a session, newest first, each with what changed after it; renders nothing if there are none. */
export function ChangedVersions(versions: Versions) {
  return versions.stored.revision < 2 ? null : <VersionList {...versions} />
}

function VersionList({ stored, find }: Versions) {
  const { t } = useTranslation()
  return (
    <Loaded query={useAsk('sessions.versions', { id: stored.session.id })}>
      {(versions) =>
        versions.length === 0 ? null : (
          <Disclosure title={t('reading.versions.title')} level={2}>
            <ol className={styles['versions']}>
              {versions.map((version, index) => (
                <li key={version.revision}>
                  <Changes version={version} next={versions[index - 1] ?? stored} find={find} />
                </li>
              ))}
            </ol>
          </Disclosure>
        )
      }
    </Loaded>
  )
}

function Changes({
  version,
  next,
  find,
}: {
  version: StoredSessionLog
  next: StoredSessionLog
  find: FindInstrument
}) {
  const { t } = useTranslation()
  const { revision, savedAt } = version
  const differences = whatChanged(version, next, { t, find })
  return (
    <>
      <h3>{t('reading.versions.version', { revision, at: dayAndTimeOf(savedAt) })}</h3>
      {differences.length === 0 ? (
        <p className={common['muted']}>{t('reading.versions.same')}</p>
      ) : (
        <Table
          caption={t('reading.versions.caption', { revision })}
          isCaptionHidden
          rows={differences}
          rowId={({ id }) => id}
          columns={[
            { id: 'what', header: t('reading.versions.what'), cell: ({ what }) => what, isRowHeader: true },
            {
              id: 'before',
              header: t('reading.versions.before'),
              cell: ({ before }) => <span className={common['asTyped']}>{before}</span>,
            },
            {
              id: 'after',
              header: t('reading.versions.after'),
              cell: ({ after }) => <span className={common['asTyped']}>{after}</span>,
            },
          ]}
        />
      )}
    </>
  )
}
