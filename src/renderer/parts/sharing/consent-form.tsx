import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import type { ClientId } from '#shared/records/ids.ts'
import { consentManners, longestSaid } from '#shared/sharing/consent.ts'
import { useAsk } from '#renderer/lib/ask.ts'
import { useChange } from '#renderer/lib/change.ts'
import { todayHere } from '#renderer/lib/dates.ts'
import { Drafted, type FormDraft } from '#renderer/lib/drafted.tsx'
import { DraftNote } from '#renderer/parts/draft-note.tsx'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { LimitedField } from '#renderer/parts/limited-field.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { ChoiceGroup } from '#renderer/ui/choice-group.tsx'
import { DateField } from '#renderer/ui/date-field.tsx'
import { focusFirstError } from '#renderer/ui/focus-first-error.ts'
import { SelectField } from '#renderer/ui/select-field.tsx'
import { Stack, stackClass } from '#renderer/ui/stack.tsx'
import { isCalendarDate } from '#shared/records/calendar.ts'

const consentDraftSchema = z.strictObject({
  contactId: z.string().nullable(),
  givenOn: z.string(),
  manner: z.enum(consentManners).nullable(),
  said: z.string(),
})
type ConsentDraft = z.output<typeof consentDraftSchema>

/** Records a client's consent: for whom, when, how, and what was said. What is typed stays as a draft until it is saved. */
export function ConsentForm({ clientId, onClose }: { clientId: ClientId; onClose: () => void }) {
  return (
    <Drafted form="consent" subject={clientId} clientId={clientId} schema={consentDraftSchema}>
      {(draft) => <DraftedConsent clientId={clientId} draft={draft} onClose={onClose} />}
    </Drafted>
  )
}

function DraftedConsent({
  clientId,
  draft,
  onClose,
}: {
  clientId: ClientId
  draft: FormDraft<ConsentDraft>
  onClose: () => void
}) {
  const { t } = useTranslation()
  const people = useAsk('contacts.list')
  const saving = useChange('sharing.giveConsent')
  const today = todayHere().date
  const [typed, setTyped] = useState<ConsentDraft>(
    draft.found?.typed ?? { contactId: null, givenOn: today, manner: null, said: '' },
  )
  const [isTried, setIsTried] = useState(false)
  const fields = useRef<HTMLFormElement>(null)
  // Saving the same consent twice changes nothing.
  const id = useRef(crypto.randomUUID())
  const change = (changes: Partial<ConsentDraft>): void => {
    const next = { ...typed, ...changes }
    saving.reset()
    setTyped(next)
    draft.keep(next)
  }
  const { contactId, givenOn, manner, said } = typed
  const isDay = isCalendarDate(givenOn) && givenOn <= today
  const save = (): void => {
    if (saving.isPending) return
    setIsTried(true)
    if (manner === null || said.trim() === '' || said.length > longestSaid || !isDay)
      return focusFirstError(fields.current)
    saving.mutate(
      { id: id.current, clientId, contactId, givenOn, manner, said },
      {
        onSuccess: () => {
          draft.finish()
          onClose()
        },
      },
    )
  }
  return (
    <form
      ref={fields}
      className={stackClass({ gap: 16 })}
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <SelectField
        label={t('sharing.consent.whom')}
        placeholder={t('sharing.consent.forAll')}
        options={[
          { value: 'all', label: t('sharing.consent.forAll') },
          ...(people.data ?? []).map((person) => ({
            value: person.id,
            label: t('sharing.consent.forOne', { name: person.name }),
          })),
        ]}
        value={contactId ?? 'all'}
        onChange={(value) => change({ contactId: value === 'all' ? null : value })}
      />
      <DateField
        label={t('sharing.consent.day')}
        noDay={t('ui.noDay')}
        value={givenOn}
        onChange={(_day, next) => change({ givenOn: next })}
        latest={today}
        isRequired
        error={isTried && !isDay ? t('ui.noDay') : undefined}
      />
      <ChoiceGroup
        label={t('sharing.consent.manner')}
        options={consentManners.map((value) => ({ value, label: t(`sharing.manners.${value}`) }))}
        value={manner}
        onChange={(next) => change({ manner: next })}
        error={isTried && manner === null ? t('sharing.consent.mannerMissing') : undefined}
      />
      <LimitedField
        label={t('sharing.consent.said')}
        description={t('sharing.consent.saidAbout')}
        value={said}
        onChange={(next) => change({ said: next })}
        limit={longestSaid}
        multiline
        rows={3}
        error={isTried && said.trim() === '' ? t('sharing.consent.saidMissing') : undefined}
      />
      <DraftNote draft={draft} />
      <FailureNotice failure={saving.error} />
      <Stack direction="row" gap={8} lineGap={8}>
        <Button type="submit" kind="primary" isPending={saving.isPending}>
          {t('sharing.consent.save')}
        </Button>
        <Button
          kind="quiet"
          onPress={() => {
            draft.discard()
            onClose()
          }}
        >
          {t('sharing.consent.cancel')}
        </Button>
      </Stack>
    </form>
  )
}
