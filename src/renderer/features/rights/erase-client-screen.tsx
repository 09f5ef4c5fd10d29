import { useState } from 'react'
import { Link, useParams, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Erased, ErasurePreview } from '#shared/contract/operations/rights.ts'
import { codeKey, type Client } from '#shared/records/client.ts'
import { useAsk } from '#renderer/lib/ask.ts'
import { dayInWords } from '#renderer/lib/dates.ts'
import { codeOf } from '#renderer/lib/error-words.ts'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { useProof } from '#renderer/parts/keys/use-proof.tsx'
import { Loaded } from '#renderer/parts/loaded.tsx'
import { buttonClass } from '#renderer/ui/button-class.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Card } from '#renderer/ui/card.tsx'
import { joinClasses } from '#renderer/ui/join-classes.ts'
import { Page } from '#renderer/ui/page.tsx'
import { Stack, stackClass } from '#renderer/ui/stack.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import { BackToClient, ClientOfScreen } from './client-of-screen.tsx'
import { CopiesOutOfReach } from './copies-out-of-reach.tsx'
import { useErase } from './use-rights.ts'
import common from '#renderer/ui/common.module.css'
import styles from './rights.module.css'

/** Erases a client: shows what goes and what stays, asks for the code, and reports the result. */
export function EraseClientScreen() {
  const { clientId } = useParams({ from: '/clients/$clientId/erase' })
  const [erased, setErased] = useState<Erased | null>(null)
  if (erased !== null) return <ErasedPage erased={erased} />
  return (
    <ClientOfScreen clientId={clientId}>
      {(client) => <ErasePage client={client} onErased={setErased} />}
    </ClientOfScreen>
  )
}

function ErasePage({ client, onErased }: { client: Client; onErased: (erased: Erased) => void }) {
  const { t } = useTranslation()
  return (
    <Page
      title={t('rights.erase.title', { code: client.code })}
      subtitle={t('rights.erase.subtitle')}
      width="narrow"
    >
      <BackToClient client={client} />
      <ErasureExtent client={client} />
      <EraseForm client={client} onErased={onErased} />
    </Page>
  )
}

function ErasedPage({ erased }: { erased: Erased }) {
  const { t } = useTranslation()
  const { sessions, search, isRewritten, leavesBackupsOn, copies } = erased
  return (
    <Page title={t('rights.erase.done.title')} width="narrow">
      <Card>
        <p>{t('rights.erase.done.sessions', { count: sessions })}</p>
        <p>{t(`rights.erase.done.search.${search}`)}</p>
        {isRewritten ? null : <p>{t('rights.erase.done.notRewritten')}</p>}
        <p>
          {leavesBackupsOn === null
            ? t('rights.erase.done.noBackups')
            : t('rights.erase.done.backups', { date: dayInWords(leavesBackupsOn) })}
        </p>
        {copies === 0 ? null : <p>{t('rights.erase.done.copies', { count: copies })}</p>}
        <CopiesOutOfReach {...erased} />
        <p>{t('rights.erase.stays.copies')}</p>
        <p>
          <Link to="/clients" activeOptions={{ exact: true }} className={buttonClass({ kind: 'primary' })}>
            {t('rights.erase.done.toClients')}
          </Link>
        </p>
      </Card>
    </Page>
  )
}

/** Lists what an erasure removes and what it does not reach. */
function ErasureExtent({ client }: { client: Client }) {
  const { t } = useTranslation()
  // Every save changes it.
  const preview = useAsk('rights.erasurePreview', { clientId: client.id }, { staleTime: 0, gcTime: 0 })
  return (
    <Loaded query={preview} loading={t('rights.loading')}>
      {(extent) => (
        <>
          <Goes preview={extent} />
          <Stays preview={extent} client={client} />
        </>
      )}
    </Loaded>
  )
}

function Goes({ preview }: { preview: ErasurePreview }) {
  const { t } = useTranslation()
  const counted = (['earlierVersions', 'drafts', 'riskAnswers'] as const).filter((what) => preview[what] > 0)
  return (
    <Card title={t('rights.erase.goes.title')}>
      <ul className={joinClasses(common['bullets'], stackClass({ gap: 4 }))}>
        <li>{t('rights.erase.goes.client')}</li>
        <li>{t('rights.erase.goes.sessions', { count: preview.sessions })}</li>
        {preview.copies === 0 ? null : <li>{t('rights.erase.goes.copies', { count: preview.copies })}</li>}
        {counted.map((what) => (
          <li key={what}>{t(`rights.erase.goes.${what}`, { count: preview[what] })}</li>
        ))}
      </ul>
      <p className={common['note']}>{t('rights.erase.goes.log')}</p>
    </Card>
  )
}

function Stays({ preview, client }: { preview: ErasurePreview; client: Client }) {
  const { t } = useTranslation()
  const { leavesBackupsOn } = preview
  return (
    <Card title={t('rights.erase.stays.title')}>
      <p>
        {leavesBackupsOn === null
          ? t('rights.erase.stays.noBackups')
          : t('rights.erase.stays.backups', { date: dayInWords(leavesBackupsOn) })}
      </p>
      <CopiesOutOfReach {...preview} />
      <p>{t('rights.erase.stays.copies')}</p>
      <p>
        {t('rights.erase.stays.export')}{' '}
        <Link to="/clients/$clientId/export" params={{ clientId: client.id }}>
          {t('rights.erase.stays.exportLink', { code: client.code })}
        </Link>
      </p>
    </Card>
  )
}

/** Asks for the client's code. Erases only if it matches. */
function EraseForm({ client, onErased }: { client: Client; onErased: (erased: Erased) => void }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const [typedCode, setTypedCode] = useState('')
  const [isWrong, setIsWrong] = useState(false)
  const erase = useErase()
  const proof = useProof('rights.erase')
  const { id: clientId, code } = client
  const submit = () => {
    if (codeKey(typedCode) !== codeKey(code)) return setIsWrong(true)
    proof.ask((given) => erase.mutate({ clientId, typedCode, proof: given }, { onSuccess: onErased }))
  }
  const isRefused = isWrong || (erase.isError && codeOf(erase.error) === 'code-not-confirmed')
  return (
    <Card title={t('rights.erase.confirm.title')}>
      <form
        className={stackClass({ gap: 16 })}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <div className={styles['short']}>
          <TextField
            label={t('rights.erase.confirm.label')}
            description={t('rights.erase.confirm.description', { code })}
            error={isRefused ? t('rights.erase.confirm.wrong') : undefined}
            value={typedCode}
            onChange={(text) => {
              setTypedCode(text)
              setIsWrong(false)
            }}
            spellCheck={false}
            isRequired
          />
        </div>
        {isRefused ? null : <FailureNotice failure={erase.error} />}
        <Stack direction="row" gap={12}>
          <Button
            onPress={() => void navigate({ to: '/clients/$clientId', params: { clientId } })}
            isDisabled={erase.isPending}
          >
            {t('rights.erase.confirm.cancel')}
          </Button>
          <Button kind="danger" type="submit" isPending={erase.isPending}>
            {t(erase.isPending ? 'rights.erase.confirm.running' : 'rights.erase.confirm.submit')}
          </Button>
        </Stack>
      </form>
      {proof.dialog}
    </Card>
  )
}
