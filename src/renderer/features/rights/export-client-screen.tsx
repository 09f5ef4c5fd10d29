import { useState } from 'react'
import { useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { shortestPassphrase } from '#shared/passphrase/limits.ts'
import { countCharacters } from '#shared/passphrase/check-new-passphrase.ts'
import type { Client } from '#shared/records/client.ts'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { useProof } from '#renderer/parts/keys/use-proof.tsx'
import { Banner } from '#renderer/ui/banner.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Card } from '#renderer/ui/card.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { PassphraseField } from '#renderer/ui/passphrase-field.tsx'
import { stackClass } from '#renderer/ui/stack.tsx'
import { BackToClient, ClientOfScreen } from './client-of-screen.tsx'
import { useClientExport } from './use-rights.ts'
import common from '#renderer/ui/common.module.css'
import styles from './rights.module.css'

/** Exports a client's record to a file: encrypted, or readable by anyone. */
export function ExportClientScreen() {
  const { clientId } = useParams({ from: '/clients/$clientId/export' })
  return <ClientOfScreen clientId={clientId}>{(client) => <ExportPage client={client} />}</ClientOfScreen>
}

function ExportPage({ client }: { client: Client }) {
  const { t } = useTranslation()
  return (
    <Page
      title={t('rights.export.title', { code: client.code })}
      subtitle={t('rights.export.subtitle')}
      width="narrow"
    >
      <BackToClient client={client} />
      <SealedCard client={client} />
      <OpenCard client={client} />
    </Page>
  )
}

function SealedCard({ client }: { client: Client }) {
  const { t } = useTranslation()
  const save = useClientExport(client.id)
  const proof = useProof('rights.exportClient')
  const [passphrase, setPassphrase] = useState('')
  const [isTooShort, setIsTooShort] = useState(false)
  const submit = () => {
    if (countCharacters(passphrase) < shortestPassphrase) return setIsTooShort(true)
    proof.ask((given) =>
      save.mutate(
        { format: 'age', passphrase, proof: given },
        { onSuccess: (saved) => saved && setPassphrase('') },
      ),
    )
  }
  return (
    <Card title={t('rights.export.sealed.title')}>
      <p>{t('rights.export.sealed.about')}</p>
      <form
        className={stackClass({ gap: 16 })}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <div className={styles['short']}>
          <PassphraseField
            purpose="new"
            showLabel={t('rights.export.sealed.show')}
            hideLabel={t('rights.export.sealed.hide')}
            label={t('rights.export.sealed.passphrase')}
            description={t('rights.export.sealed.passphraseAdvice')}
            error={isTooShort ? t('rights.export.sealed.tooShort') : undefined}
            value={passphrase}
            onChange={(text) => {
              setPassphrase(text)
              setIsTooShort(false)
            }}
          />
        </div>
        <p>
          <Button kind="primary" type="submit" isPending={save.isPending}>
            {t(save.isPending ? 'rights.export.saving' : 'rights.export.sealed.save')}
          </Button>
        </p>
      </form>
      <Saved save={save} />
      {proof.dialog}
    </Card>
  )
}

function OpenCard({ client }: { client: Client }) {
  const { t } = useTranslation()
  const save = useClientExport(client.id)
  const proof = useProof('rights.exportClient')
  return (
    <Card title={t('rights.export.open.title')}>
      <Banner kind="caution" title={t('rights.export.open.warning')} />
      <dl className={styles['ways']}>
        {(['json', 'table'] as const).map((format) => (
          <div key={format}>
            <dt>
              <Button
                isPending={save.isPending && save.variables.format === format}
                onPress={() => proof.ask((given) => save.mutate({ format, proof: given }))}
              >
                {t(`rights.export.open.${format}`)}
              </Button>
            </dt>
            <dd className={common['note']}>{t(`rights.export.open.${format}About`)}</dd>
          </div>
        ))}
      </dl>
      <Saved save={save} />
      {proof.dialog}
    </Card>
  )
}

function Saved({ save }: { save: ReturnType<typeof useClientExport> }) {
  const { t } = useTranslation()
  return (
    <>
      <output className={common['note']}>
        {save.data ? t('rights.export.saved', { name: save.data.name }) : null}
      </output>
      <FailureNotice failure={save.error} />
    </>
  )
}
