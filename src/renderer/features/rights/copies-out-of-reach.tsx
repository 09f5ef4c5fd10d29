import { useTranslation } from 'react-i18next'
import type { CopiesFound } from '#shared/contract/operations/rights.ts'
import common from '#renderer/ui/common.module.css'

/** Names the copies of the vault that an erasure can't reach, so that the user can delete them. */
export function CopiesOutOfReach({ unreached, away }: Pick<CopiesFound, 'unreached' | 'away'>) {
  const { t } = useTranslation()
  return (
    <>
      {unreached.length === 0 ? null : (
        <>
          <p>{t('rights.erase.stays.unreached', { count: unreached.length })}</p>
          <Paths paths={unreached.map(({ folder, name }) => t('rights.copies.file', { folder, name }))} />
        </>
      )}
      {away.length === 0 ? null : (
        <>
          <p>{t('rights.erase.stays.away', { count: away.length })}</p>
          <Paths paths={away} />
        </>
      )}
    </>
  )
}

function Paths({ paths }: { paths: readonly string[] }) {
  return (
    <ul className={common['bullets']}>
      {paths.map((path) => (
        <li key={path}>{path}</li>
      ))}
    </ul>
  )
}
