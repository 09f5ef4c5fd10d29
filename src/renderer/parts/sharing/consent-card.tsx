import { useRef, useState } from 'react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ClientId } from '#shared/records/ids.ts'
import type { Consent } from '#shared/sharing/consent.ts'
import { useAsk } from '#renderer/lib/ask.ts'
import { useChange } from '#renderer/lib/change.ts'
import { todayHere } from '#renderer/lib/dates.ts'
import { useReadOnly } from '#renderer/lib/use-read-only.ts'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { Loaded } from '#renderer/parts/loaded.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Card } from '#renderer/ui/card.tsx'
import { Stack, stackClass } from '#renderer/ui/stack.tsx'
import { VisuallyHidden } from '#renderer/ui/visually-hidden.tsx'
import common from '#renderer/ui/common.module.css'
import { ConsentForm } from './consent-form.tsx'

/** A client's consents, a form for another one, and who was sent something about the client. */
export function ConsentCard({ clientId }: { clientId: ClientId }) {
  const { t } = useTranslation()
  const title = useRef<HTMLHeadingElement>(null)
  return (
    <Card title={t('sharing.consent.title')} titleRef={title}>
      <Consents clientId={clientId} onClosed={() => title.current?.focus()} />
    </Card>
  )
}

function Consents({ clientId, onClosed }: { clientId: ClientId; onClosed: () => void }) {
  const { t } = useTranslation()
  const isReadOnly = useReadOnly() !== null
  const [isRecording, setIsRecording] = useState(false)
  const asked = useAsk('sharing.consents', { clientId })
  const close = (): void => {
    setIsRecording(false)
    // The form that had the focus goes away.
    onClosed()
  }
  return (
    <Loaded query={asked} loading={t('sharing.loading')}>
      {({ consents, holdings }) => (
        <>
          {consents.length === 0 ? (
            <p>{t('sharing.consent.none')}</p>
          ) : (
            <ul className={common['divided']}>
              {consents.map((consent) => (
                <ConsentRow key={consent.id} consent={consent} isReadOnly={isReadOnly} />
              ))}
            </ul>
          )}
          {isRecording ? <ConsentForm clientId={clientId} onClose={close} /> : null}
          {isRecording || isReadOnly ? null : (
            <div>
              <Button onPress={() => setIsRecording(true)}>{t('sharing.consent.record')}</Button>
            </div>
          )}
          {holdings.length === 0 ? null : (
            <div className={stackClass({ gap: 8 })}>
              <h3 className={common['strong']}>{t('sharing.consent.holdings')}</h3>
              <ul className={stackClass({ gap: 4 })}>
                {holdings.map(({ contactId, contactName, sentAt, state }) => (
                  <li key={contactId}>
                    {t(`sharing.consent.${state}`, { name: contactName, date: new Date(sentAt) })}{' '}
                    {state === 'to-ask' ? (
                      <Link to="/supervision/share">{t('sharing.consent.toShare')}</Link>
                    ) : null}
                  </li>
                ))}
              </ul>
            </div>
          )}
        </>
      )}
    </Loaded>
  )
}

function ConsentRow({ consent, isReadOnly }: { consent: Consent; isReadOnly: boolean }) {
  const { t } = useTranslation()
  const withdrawing = useChange('sharing.withdrawConsent')
  const [isAsked, setIsAsked] = useState(false)
  const { id, contactName, givenOn, manner, said, withdrawnOn } = consent
  const date = new Date(givenOn)
  return (
    <li className={stackClass({ gap: 4 })}>
      <p className={common['strong']}>
        {contactName === null
          ? t('sharing.consent.forAll')
          : t('sharing.consent.forOne', { name: contactName })}
      </p>
      <p>{t('sharing.consent.given', { manner: t(`sharing.manners.${manner}`), date })}</p>
      <p className={common['typedText']}>{said}</p>
      {withdrawnOn === null ? null : <p>{t('sharing.consent.withdrawn', { date: new Date(withdrawnOn) })}</p>}
      <FailureNotice failure={withdrawing.error} />
      {withdrawnOn !== null || isReadOnly ? null : isAsked ? (
        <fieldset aria-label={t('sharing.consent.withdrawTitle')} className={stackClass({ gap: 8 })}>
          <p>{t('sharing.consent.withdrawText')}</p>
          <Stack direction="row" gap={8} lineGap={8}>
            <Button
              isPending={withdrawing.isPending}
              onPress={() => withdrawing.mutate({ id, withdrawnOn: todayHere().date })}
            >
              {t('sharing.consent.confirmWithdraw')}
            </Button>
            <Button kind="quiet" onPress={() => setIsAsked(false)}>
              {t('sharing.consent.cancel')}
            </Button>
          </Stack>
        </fieldset>
      ) : (
        <div>
          <Button kind="quiet" onPress={() => setIsAsked(true)}>
            {t('sharing.consent.withdraw')}
            <VisuallyHidden>: {t('sharing.consent.withdrawOf', { date })}</VisuallyHidden>
          </Button>
        </div>
      )}
    </li>
  )
}
