import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { repairEndings, type RepairClosing } from '#shared/records/repair-closing.ts'
import { longestNote } from '#shared/records/text.ts'
import type { FormDraft } from '#renderer/lib/drafted.tsx'
import { DraftNote } from '#renderer/parts/draft-note.tsx'
import { LimitedField } from '#renderer/parts/limited-field.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { ChoiceGroup } from '#renderer/ui/choice-group.tsx'
import { Stack, stackClass } from '#renderer/ui/stack.tsx'
import { VisuallyHidden } from '#renderer/ui/visually-hidden.tsx'

/** What the form holds while nothing is closed yet. */
export const closingDraftSchema = z.strictObject({ how: z.enum(repairEndings).nullable(), words: z.string() })
type ClosingDraft = z.output<typeof closingDraftSchema>

/** Asks whether what was open is over, and how it ended; behind a button unless `isAsking`. */
export function ClosingForm({
  number,
  draft,
  isAsking,
  isPending,
  onClose,
}: {
  number: number
  draft: FormDraft<ClosingDraft>
  isAsking: boolean
  isPending: boolean
  onClose: (ending: Pick<RepairClosing, 'how' | 'words'>) => void
}) {
  const { t } = useTranslation()
  const [isOpen, setIsOpen] = useState(isAsking || draft.found !== null)
  const [typed, setTyped] = useState<ClosingDraft>(draft.found?.typed ?? { how: null, words: '' })
  const words = useRef<HTMLInputElement & HTMLTextAreaElement>(null)
  if (!isOpen)
    return (
      <div data-screen-only="">
        <Button onPress={() => setIsOpen(true)} isExpanded={false}>
          {t('repairs.close')} <VisuallyHidden>{t('repairs.ofSession', { number })}</VisuallyHidden>
        </Button>
      </div>
    )
  const change = (next: Partial<ClosingDraft>): void => {
    const now = { ...typed, ...next }
    setTyped(now)
    draft.keep(now.how === null && now.words === '' ? null : now)
  }
  const { how } = typed
  return (
    <div data-screen-only="" className={stackClass({ gap: 12 })}>
      <ChoiceGroup
        label={t('repairs.question', { number })}
        options={repairEndings.map((value) => ({ value, label: t(`repairs.endings.${value}`) }))}
        value={how}
        onChange={(chosen) => change({ how: chosen })}
        clearLabel={t('ui.clearChoice')}
      />
      {how === null && typed.words === '' ? null : (
        <LimitedField
          label={t('repairs.words')}
          value={typed.words}
          onChange={(text) => change({ words: text })}
          limit={longestNote}
          ref={words}
        />
      )}
      <DraftNote draft={draft} />
      {how === null && isAsking ? null : (
        <Stack direction="row" gap={8} lineGap={8}>
          {how === null ? null : (
            <Button
              isPending={isPending}
              onPress={() =>
                typed.words.length > longestNote
                  ? words.current?.focus()
                  : onClose({ how, words: typed.words })
              }
            >
              {t('repairs.closeNow')}
              <VisuallyHidden>: {t('repairs.ofSession', { number })}</VisuallyHidden>
            </Button>
          )}
          {isAsking ? null : (
            <Button
              kind="quiet"
              onPress={() => {
                setIsOpen(false)
                change({ how: null, words: '' })
              }}
            >
              {t('repairs.leaveOpen')}
            </Button>
          )}
        </Stack>
      )}
    </div>
  )
}
