import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { buttonClass } from '#renderer/ui/button-class.ts'
import { Icon } from '#renderer/ui/icon.tsx'

/** Links to the screens that write, import and export summaries. */
export function OwnActions() {
  const { t } = useTranslation()
  return (
    <>
      <Link to="/evidence/own/new" className={buttonClass()}>
        <Icon name="plus" />
        {t('evidence.own.add')}
      </Link>
      <Link to="/evidence/own/import" className={buttonClass()}>
        <Icon name="upload" />
        {t('evidence.own.import')}
      </Link>
      <Link to="/evidence/own/export" className={buttonClass()}>
        <Icon name="download" />
        {t('evidence.own.export')}
      </Link>
    </>
  )
}
