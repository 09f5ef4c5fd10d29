import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Instrument } from '#shared/instruments/instrument.ts'
import { longestNote } from '#shared/records/text.ts'
import type { ListedItem } from '#shared/supervision/agenda.ts'
import { useChange } from '#renderer/lib/change.ts'
import { todayHere } from '#renderer/lib/dates.ts'
import type { FormDraft } from '#renderer/lib/drafted.tsx'
import { DraftNote } from '#renderer/parts/draft-note.tsx'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { ItemRating } from '#renderer/parts/item-rating.tsx'
import { LimitedField } from '#renderer/parts/limited-field.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { CheckBox } from '#renderer/ui/check-box.tsx'
import { ChoiceGroup } from '#renderer/ui/choice-group.tsx'
import { DateField } from '#renderer/ui/date-field.tsx'
import { focusFirstError } from '#renderer/ui/focus-first-error.ts'
import { stackClass } from '#renderer/ui/stack.tsx'
import common from '#renderer/ui/common.module.css'
import { AgreementField, type Agreed } from './agreement-field.tsx'
import { itemName } from './item-words.ts'
import { canSave, toEntry, type MeetingDraft } from './meeting-entry.ts'

/** Asks what was discussed and agreed, how the meeting was, and what the therapist takes along. Only the day is required. */
export function MeetingForm({
  items,
  form,
  draft,
  onSaved,
}: {
  items: readonly ListedItem[]
  /** The form about supervision; null if it is retired. */
  form: Instrument | null
  draft: FormDraft<MeetingDraft>
  onSaved: () => void
}) {
  const { t } = useTranslation()
  const saving = useChange('supervision.saveMeeting')
  const [typed, setTyped] = useState<MeetingDraft>(
    draft.found?.typed ?? {
      heldOn: todayHere().date,
      undiscussed: [],
      ratings: {},
      takenAlong: '',
    },
  )
  const [leftUnsaid, setLeftUnsaid] = useState<'yes' | 'no' | null>(null)
  const [isTried, setIsTried] = useState(false)
  const fields = useRef<HTMLFormElement>(null)
  // Saving the same minute twice changes nothing.
  const id = useRef(crypto.randomUUID())
  const agreed = useRef(new Map<string, Agreed>())
  const today = todayHere().date
  const textsAgreed = () => new Map([...agreed.current].map(([itemId, { text }]) => [itemId, text]))
  const change = (changes: Partial<MeetingDraft>): void => {
    const next = { ...typed, ...changes }
    saving.reset()
    setTyped(next)
    draft.keep(next)
  }
  const save = (): void => {
    if (saving.isPending) return
    setIsTried(true)
    if (!canSave(typed, { agreed: [...textsAgreed().values()], today }))
      return focusFirstError(fields.current)
    const said = leftUnsaid === null ? null : leftUnsaid === 'yes'
    saving.mutate(toEntry(typed, { id: id.current, items, agreed: textsAgreed(), leftUnsaid: said }), {
      onSuccess: () => {
        for (const { finish } of agreed.current.values()) finish()
        draft.finish()
        onSaved()
      },
    })
  }
  return (
    <form
      ref={fields}
      className={stackClass({ gap: 24 })}
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <DateField
        label={t('supervision.meeting.heldOn')}
        noDay={t('ui.noDay')}
        value={typed.heldOn}
        onChange={(_day, heldOn) => change({ heldOn })}
        latest={today}
        isRequired
        error={
          isTried && !canSave({ ...typed, takenAlong: '' }, { agreed: [], today }) ? t('ui.noDay') : undefined
        }
      />
      {items.map((item) => {
        const name = itemName(item, t)
        const isDiscussed = !typed.undiscussed.includes(item.id)
        return (
          <div key={item.id} className={stackClass({ gap: 8 })}>
            <CheckBox
              label={t('supervision.meeting.discussed', { name })}
              isSelected={isDiscussed}
              onChange={(isSelected) =>
                change({
                  undiscussed: isSelected
                    ? typed.undiscussed.filter((each) => each !== item.id)
                    : [...typed.undiscussed, item.id],
                })
              }
            />
            {isDiscussed && item.clientId !== null ? (
              <AgreementField
                item={item}
                name={name}
                onAgreed={(found) => {
                  if (found === null) agreed.current.delete(item.id)
                  else agreed.current.set(item.id, found)
                }}
                onType={() => change({})}
              />
            ) : null}
          </div>
        )
      })}
      {items.length === 0 ? null : <p className={common['note']}>{t('supervision.meeting.rest')}</p>}
      <LimitedField
        label={t('supervision.meeting.takenAlong')}
        value={typed.takenAlong}
        onChange={(takenAlong) => change({ takenAlong })}
        limit={longestNote}
        multiline
        rows={2}
      />
      {form?.items.map((item) => (
        <ItemRating
          key={item.id}
          item={item}
          value={typed.ratings[item.id] ?? null}
          onChange={(value) => change({ ratings: { ...typed.ratings, [item.id]: value } })}
          onSave={save}
        />
      ))}
      <ChoiceGroup
        label={t('supervision.meeting.unsaid')}
        description={t('supervision.meeting.unsaidAbout')}
        options={[
          { value: 'yes', label: t('supervision.meeting.yes') },
          { value: 'no', label: t('supervision.meeting.no') },
        ]}
        value={leftUnsaid}
        onChange={setLeftUnsaid}
        clearLabel={t('ui.rating.clear')}
      />
      <DraftNote draft={draft} />
      <FailureNotice failure={saving.error} />
      <div>
        <Button type="submit" kind="primary" isPending={saving.isPending}>
          {t('supervision.meeting.save')}
        </Button>
      </div>
    </form>
  )
}
