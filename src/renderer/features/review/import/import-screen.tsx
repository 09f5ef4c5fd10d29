import { useRef, useState } from 'react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { OutputAt } from '#shared/contract/contract.ts'
import { useApi } from '#renderer/lib/app-context.ts'
import { useChangeBy, useQuietChange } from '#renderer/lib/change.ts'
import { BackLink } from '#renderer/parts/back-link.tsx'
import { FileToOpen } from '#renderer/parts/file-to-open.tsx'
import { RefusedFile } from '#renderer/parts/refused-file.tsx'
import { Banner } from '#renderer/ui/banner.tsx'
import { buttonClass } from '#renderer/ui/button-class.ts'
import { Page } from '#renderer/ui/page.tsx'
import { BundleView } from './bundle-view.tsx'

type Imported = OutputAt<'review.import'> & { readonly name: string }

/** Opens the file of a bundle, shows what is in it, and imports it only on confirmation. */
export function ImportBundleScreen() {
  const { t } = useTranslation()
  const api = useApi()
  const choose = useRef<HTMLButtonElement>(null)
  const [name, setName] = useState('')
  const [imported, setImported] = useState<Imported | null>(null)
  const look = useChangeBy('review.preview', async (preview) => {
    const file = await api.files.choose({ purpose: 'received-bundle' })
    if (file.kind === 'cancelled') return null
    setName(file.name)
    setImported(null)
    return preview({ token: file.token })
  })
  const forget = useQuietChange('review.cancel')
  const { data } = look
  return (
    <Page title={t('review.import.title')} subtitle={t('review.import.subtitle')} width="narrow">
      <BackLink to="/supervision/review">{t('review.back')}</BackLink>
      <FileToOpen
        about={t('review.import.about')}
        chooseLabel={t(data == null ? 'review.import.choose' : 'review.import.chooseAnother')}
        name={name}
        look={look}
        button={choose}
        onChoose={() => {
          setName('')
          look.mutate(undefined)
        }}
        forget={forget}
      />
      {imported === null ? null : <ImportDone imported={imported} />}
      {data?.kind === 'refused' ? <RefusedFile area="review" name={name} reason={data.reason} /> : null}
      {data?.kind === 'opened' ? (
        <BundleView
          key={look.submittedAt}
          bundle={data}
          onImported={(done) => {
            setImported({ ...done, name: data.contact.name })
            look.reset()
            // The focused button is gone.
            choose.current?.focus()
          }}
        />
      ) : null}
    </Page>
  )
}

function ImportDone({ imported: { contactId, name, clients, removed } }: { imported: Imported }) {
  const { t } = useTranslation()
  return (
    <Banner
      kind="info"
      title={t('review.import.done', { count: clients, name })}
      actions={
        <Link
          to="/supervision/review/people/$contactId"
          params={{ contactId }}
          className={buttonClass({ kind: 'primary' })}
        >
          {t('review.import.look')}
        </Link>
      }
    >
      {removed === 0 ? undefined : t('review.import.removed', { count: removed })}
    </Banner>
  )
}
