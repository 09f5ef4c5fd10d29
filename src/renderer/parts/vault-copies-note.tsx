import { useTranslation } from 'react-i18next'
import { useAsk } from '#renderer/lib/ask.ts'
import common from '#renderer/ui/common.module.css'

/** Says how many copies of the vault there are besides usual backups, and which files Attune can't open. */
export function VaultCopiesNote() {
  const { t } = useTranslation()
  const { data } = useAsk('rights.copies', undefined, { staleTime: 0 })
  if (!data) return null
  const { copies, unreached, away } = data
  return (
    <>
      <p>{t('rights.copies.count', { count: copies })}</p>
      {unreached.length === 0 ? null : (
        <>
          <p>{t('rights.copies.unreached', { count: unreached.length })}</p>
          <ul className={common['bullets']}>
            {unreached.map(({ folder, name }) => (
              <li key={`${folder}/${name}`}>{t('rights.copies.file', { folder, name })}</li>
            ))}
          </ul>
        </>
      )}
      {away.length === 0 ? null : (
        <p>{t('rights.copies.away', { count: away.length, folders: away.join(', ') })}</p>
      )}
    </>
  )
}
