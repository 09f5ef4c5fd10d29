import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PreparedBundle } from '#shared/contract/operations/sharing.ts'
import type { Proven } from '#shared/contract/proof.ts'
import { useApi } from '#renderer/lib/app-context.ts'
import { useChangeBy } from '#renderer/lib/change.ts'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { useProof } from '#renderer/parts/keys/use-proof.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Card } from '#renderer/ui/card.tsx'
import { stackClass } from '#renderer/ui/stack.tsx'
import common from '#renderer/ui/common.module.css'

/** A bundle that was looked at, and the name of the person it is for. */
export interface ForOne {
  readonly name: string
  readonly prepared: PreparedBundle
}

/**
 * Asks for the passphrase and a place for the file of each person, and saves it there. What was chosen is kept until the
 * last file is saved, because the others need it after a lock.
 */
export function SendCard({
  files,
  confirmed,
  onAllSaved,
}: {
  files: readonly ForOne[]
  confirmed: ReadonlySet<string>
  onAllSaved: () => Promise<void>
}) {
  const { t } = useTranslation()
  const saved = useRef(new Set<string>())
  return (
    <Card title={t('sharing.send.title')}>
      <p>{t('sharing.send.lead')}</p>
      {files.map(({ name, prepared }) => (
        <SendRow
          key={prepared.bundleId}
          name={name}
          prepared={prepared}
          confirmed={confirmed}
          onSaved={async () => {
            saved.current.add(prepared.bundleId)
            if (files.every((file) => saved.current.has(file.prepared.bundleId))) await onAllSaved()
          }}
        />
      ))}
    </Card>
  )
}

function SendRow({
  name,
  prepared,
  confirmed,
  onSaved,
}: ForOne & { confirmed: ReadonlySet<string>; onSaved: () => Promise<void> }) {
  const { t } = useTranslation()
  const api = useApi()
  const [saved, setSaved] = useState<string | null>(null)
  const proof = useProof('sharing.send')
  const sending = useChangeBy('sharing.send', async (send, given: PreparedBundle & Proven) => {
    const chosen = await api.files.choose({ purpose: 'bundle' })
    if (chosen.kind === 'cancelled') return null
    const keys = given.lines.map(({ key }) => key).filter((key) => confirmed.has(key))
    const { bundleId, proof: proven } = given
    const { name: file } = await send({ bundleId, confirmed: keys, token: chosen.token, proof: proven })
    setSaved(file)
    await onSaved()
    return file
  })
  const isReady = prepared.lines.every(({ key }) => confirmed.has(key))
  return (
    <div className={stackClass({ gap: 8 })}>
      {saved === null ? (
        <div>
          <Button
            kind="primary"
            isDisabled={!isReady}
            isPending={sending.isPending}
            onPress={() => proof.ask((given) => sending.mutate({ ...prepared, proof: given }))}
          >
            {t('sharing.send.save', { name })}
          </Button>
        </div>
      ) : null}
      <output className={common['note']}>
        {saved === null ? null : t('sharing.send.saved', { file: saved, name })}
      </output>
      <FailureNotice failure={sending.error} />
      {proof.dialog}
    </div>
  )
}
