import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAsk } from '#renderer/lib/ask.ts'
import { useChange } from '#renderer/lib/change.ts'
import { Drafted, type FormDraft } from '#renderer/lib/drafted.tsx'
import { UnsavedGuard } from '#renderer/lib/unsaved-guard.tsx'
import { Loaded } from '#renderer/parts/loaded.tsx'
import { CheckStep } from './check-step.tsx'
import { ChooseStep } from './choose-step.tsx'
import { blankEntry, entrySchema, isTyped, sheetsOf, type Entry } from './entry.ts'
import type { EntryAbout } from './entry-about.ts'
import { SavedStep } from './saved-step.tsx'
import { TypingStep } from './typing-step.tsx'

/** Entering the sheets of one session, from the choice to what was saved. What is typed survives leaving and a lock. */
export function EntryOfSession(about: Omit<EntryAbout, 'stored'>) {
  const { t } = useTranslation()
  const { client, session } = about
  const stored = useAsk('sessions.get', { id: session.id })
  return (
    <Loaded
      query={stored}
      loading={t('paperEntry.loading')}
      page={{ title: t('paperEntry.title', { code: client.code }) }}
    >
      {(log) => (
        <Drafted form="paper-entry" subject={session.id} clientId={client.id} schema={entrySchema}>
          {(draft) => <Steps {...about} stored={log} draft={draft} />}
        </Drafted>
      )}
    </Loaded>
  )
}

function Steps({ draft, ...about }: EntryAbout & { draft: FormDraft<Entry> }) {
  const { t } = useTranslation()
  const { choice, stored } = about
  const [entry, setEntry] = useState(() => draft.found?.typed ?? blankEntry(choice, stored))
  const [step, setStep] = useState<'choosing' | 'typing' | 'checking' | 'saved'>(
    draft.found === null ? 'choosing' : 'typing',
  )
  const saving = useChange('paper.save', {
    onSuccess: () => {
      draft.finish()
      setStep('saved')
    },
  })
  // Each step is a screen of its own.
  useEffect(() => {
    window.scrollTo(0, 0)
  }, [step])
  const take = (next: Entry): void => {
    setEntry(next)
    draft.keep(isTyped(next) ? next : null)
  }
  const sheets = sheetsOf(entry, choice, stored)
  const guard = (
    <UnsavedGuard
      isDirty={step !== 'saved' && isTyped(entry)}
      words={t('paperEntry.leave', { returnObjects: true })}
    />
  )
  if (step === 'saved' && saving.data !== undefined)
    return <SavedStep key={step} {...about} isChanged={saving.data.isChanged} onMore={draft.discard} />
  if (step === 'checking')
    return (
      <>
        {guard}
        <CheckStep
          key={step}
          {...about}
          entry={entry}
          sheets={sheets}
          failure={saving.error}
          isSaving={saving.isPending}
          onBack={() => {
            saving.reset()
            setStep('typing')
          }}
          onSave={() => {
            if (!saving.isPending)
              saving.mutate({ ...sheets.input, replaces: sheets.replaced.map(({ id }) => id) })
          }}
        />
      </>
    )
  if (step === 'typing' && sheets.forms.length > 0)
    return (
      <>
        {guard}
        <TypingStep
          key={step}
          {...about}
          entry={entry}
          sheets={sheets}
          draft={draft}
          onChange={take}
          onBack={() => setStep('choosing')}
          onCheck={() => setStep('checking')}
        />
      </>
    )
  return (
    <>
      {guard}
      <ChooseStep key={step} {...about} entry={entry} onChange={take} onNext={() => setStep('typing')} />
    </>
  )
}
