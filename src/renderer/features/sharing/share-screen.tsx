import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutputAt } from '#shared/contract/contract.ts'
import type { ClientId } from '#shared/records/ids.ts'
import { useApi } from '#renderer/lib/app-context.ts'
import { useAsk } from '#renderer/lib/ask.ts'
import { useChangeBy } from '#renderer/lib/change.ts'
import { useReadOnly } from '#renderer/lib/use-read-only.ts'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { Loaded } from '#renderer/parts/loaded.tsx'
import { SupervisionLinks } from '#renderer/parts/supervision/supervision-links.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Card } from '#renderer/ui/card.tsx'
import { CheckBox } from '#renderer/ui/check-box.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { stackClass } from '#renderer/ui/stack.tsx'
import common from '#renderer/ui/common.module.css'
import { BundleView } from './bundle-view.tsx'
import { ClientsCard } from './clients-card.tsx'
import { SendCard, type ForOne } from './send-card.tsx'
import { SentCard } from './sent-card.tsx'
import { choiceFor, formOfSent, isAllowed, keptForm, usualSeries, type ShareForm } from './share-form.ts'
import { UnknownSent } from './unknown-sent.tsx'
import { useKeptChoice } from './use-kept-choice.ts'
import { StrangerCard } from './stranger-card.tsx'
import { WhomCard } from './whom-card.tsx'

/** Chooses what is shared with whom, shows exactly what leaves, asks what could give a client away, and saves the files. */
export function ShareScreen() {
  const { t } = useTranslation()
  // An answer from an earlier visit would have choices that were changed or sent since.
  const choices = useAsk('sharing.choices', undefined, { gcTime: 0 })
  const isReadOnly = useReadOnly() !== null
  return (
    <Page title={t('sharing.title')} subtitle={t('sharing.subtitle')}>
      <SupervisionLinks />
      <Loaded query={choices} loading={t('sharing.loading')}>
        {(found) => (
          <>
            {found.unknownSince === null ? null : <UnknownSent since={found.unknownSince} />}
            {isReadOnly ? (
              <>
                <p>{t('app.nothingCanBeSaved.text')}</p>
                <SentCard onUpdate={null} />
              </>
            ) : (
              <Sharing choices={found} />
            )}
          </>
        )}
      </Loaded>
    </Page>
  )
}

/** Has each person's bundle prepared by the vault, with the usual scales where nobody chose others. */
function useLook(nameOf: (contactId: string) => string) {
  const api = useApi()
  return useChangeBy('sharing.prepare', async (prepare, form: ShareForm) => {
    const usual = new Map<ClientId, readonly string[]>()
    for (const { clientId, series } of form.clients)
      if (series === null) usual.set(clientId, usualSeries(await api.sharing.ofClient({ clientId })))
    const files: ForOne[] = []
    for (const id of form.recipients)
      files.push({ name: nameOf(id), prepared: await prepare(choiceFor(form, id, usual)) })
    return { form, files }
  })
}

function Sharing({ choices }: { choices: OutputAt<'sharing.choices'> }) {
  const { t } = useTranslation()
  const { recipients, notCompared, clients } = choices
  const [form, setForm] = useState<ShareForm>(() => keptForm(choices))
  const forget = useKeptChoice(form)
  const [confirmed, setConfirmed] = useState<ReadonlySet<string>>(new Set())
  const top = useRef<HTMLDivElement>(null)
  const looking = useLook((id) => recipients.find((each) => each.id === id)?.name ?? '')
  const chosen = recipients.filter(({ id }) => form.recipients.includes(id))
  const missing = form.clients.flatMap(({ clientId }) => {
    const client = clients.find((each) => each.clientId === clientId)
    return client === undefined || isAllowed(client, form.recipients) ? [] : [client.code]
  })
  const hasContent =
    form.clients.length > 0 || form.withWellbeing || chosen.some(({ toWithdraw }) => toWithdraw > 0)
  const shown = looking.data?.form === form ? looking.data.files : null
  return (
    <>
      <div ref={top} tabIndex={-1} className={stackClass({ gap: 24 })}>
        <WhomCard
          recipients={recipients}
          notCompared={notCompared}
          chosen={form.recipients}
          onChange={(next) => setForm({ ...form, recipients: next })}
        />
        {recipients.length === 0 ? null : (
          <>
            <ClientsCard
              clients={clients}
              recipients={chosen}
              chosen={form.clients}
              onChange={(change) => setForm((before) => ({ ...before, clients: change(before.clients) }))}
            />
            <Card>
              <CheckBox
                label={t('sharing.wellbeing')}
                description={t('sharing.wellbeingAbout')}
                isSelected={form.withWellbeing}
                onChange={(withWellbeing) => setForm({ ...form, withWellbeing })}
              />
              {missing.length === 0 ? null : <p>{t('sharing.clients.missing', { names: missing })}</p>}
              <FailureNotice failure={looking.error} />
              <div>
                <Button
                  kind={shown === null ? 'primary' : 'secondary'}
                  isDisabled={form.recipients.length === 0 || !hasContent || missing.length > 0}
                  isPending={looking.isPending}
                  onPress={() => looking.mutate(form)}
                >
                  {t(looking.data === undefined ? 'sharing.look.show' : 'sharing.look.again')}
                </Button>
              </div>
              {form.recipients.length + form.clients.length === 0 ? null : (
                <div className={common['quietLine']}>
                  <Button
                    kind="quiet"
                    onPress={() => {
                      void forget()
                      setForm({ recipients: [], clients: [], withWellbeing: false })
                      top.current?.focus()
                    }}
                  >
                    {t('sharing.look.discard')}
                  </Button>
                </div>
              )}
              <output className={common['note']}>
                {looking.data !== undefined && shown === null ? t('sharing.look.changed') : null}
              </output>
            </Card>
          </>
        )}
      </div>
      {shown === null ? null : (
        <>
          {shown.map(({ name, prepared }) => (
            <BundleView key={prepared.bundleId} name={name} prepared={prepared} />
          ))}
          <StrangerCard
            bundles={shown.map(({ prepared }) => prepared)}
            confirmed={confirmed}
            onConfirm={(key, isConfirmed) =>
              setConfirmed((before) => {
                const next = new Set(before)
                if (isConfirmed) next.add(key)
                else next.delete(key)
                return next
              })
            }
          />
          <SendCard
            key={shown.map(({ prepared }) => prepared.bundleId).join()}
            files={shown}
            confirmed={confirmed}
            onAllSaved={forget}
          />
        </>
      )}
      <SentCard
        onUpdate={(sent) => {
          setForm(formOfSent(sent))
          top.current?.focus()
        }}
      />
    </>
  )
}
