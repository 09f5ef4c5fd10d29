import { useRef, useState } from 'react'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { OutputAt } from '#shared/contract/contract.ts'
import { useApi } from '#renderer/lib/app-context.ts'
import { Drafted, type FormDraft } from '#renderer/lib/drafted.tsx'
import { UnsavedGuard } from '#renderer/lib/unsaved-guard.tsx'
import { BackLink } from '#renderer/parts/back-link.tsx'
import { DraftNote } from '#renderer/parts/draft-note.tsx'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { Banner } from '#renderer/ui/banner.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Card } from '#renderer/ui/card.tsx'
import { ErrorNotice } from '#renderer/ui/error-notice.tsx'
import { focusFirstError } from '#renderer/ui/focus-first-error.ts'
import { Page } from '#renderer/ui/page.tsx'
import { Stack } from '#renderer/ui/stack.tsx'
import { reasonWords } from '../pack-words.ts'
import { ProblemList } from '../problem-list.tsx'
import { ReadyPack } from '../ready-pack.tsx'
import type { PackFile } from '../use-packs.ts'
import {
  keptOwn,
  madeOf,
  ownDraftSchema,
  restoredOwn,
  startOwn,
  type MadeInstrument,
  type OwnFields,
} from './own-fields.ts'
import { OwnForm } from './own-form.tsx'
import styles from '../instruments.module.css'

type Shown = OutputAt<'packs.preview'> & { readonly file: PackFile }

/** Writes an instrument from paper: its questions, answers and scores; then shows the whole of it, and saves it. */
export function OwnInstrumentScreen() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const [done, setDone] = useState('')
  return (
    <Page title={t('packs.own.title')} subtitle={t('packs.own.subtitle')} width="narrow">
      <BackLink to="/settings/instruments">{t('packs.title')}</BackLink>
      {done === '' ? (
        <Drafted form="own-instrument" subject="new" clientId={null} schema={ownDraftSchema}>
          {(kept) => <OwnInstrument kept={kept} onSaved={setDone} />}
        </Drafted>
      ) : (
        <Banner
          kind="info"
          title={done}
          actions={
            <Button takesFocus onPress={() => void navigate({ to: '/settings/instruments' })}>
              {t('packs.own.toList')}
            </Button>
          }
        />
      )}
    </Page>
  )
}

function OwnInstrument({
  kept,
  onSaved,
}: {
  kept: FormDraft<ReturnType<typeof keptOwn>>
  onSaved: (words: string) => void
}) {
  const { t } = useTranslation()
  const api = useApi()
  const form = useRef<HTMLDivElement>(null)
  const [fields, setFields] = useState<OwnFields>(() =>
    kept.found === null ? startOwn() : restoredOwn(kept.found.typed),
  )
  const [refused, setRefused] = useState<Extract<MadeInstrument, { ok: false }> | null>(null)
  const [shown, setShown] = useState<Shown | null>(null)
  const show = useMutation({
    mutationFn: async (file: PackFile): Promise<Shown> => ({
      file,
      ...(await api.packs.preview({ text: file.text })),
    }),
    onSuccess: setShown,
  })
  const isTyped = kept.found !== null || fields.lines !== '' || fields.choices.texts.title !== ''
  const guard = <UnsavedGuard isDirty={isTyped} words={t('rules.leave', { returnObjects: true })} />
  if (shown?.preview.ok)
    return (
      <Card title={t('packs.own.parts.ready')}>
        {guard}
        <ReadyPack
          file={shown.file}
          preview={shown.preview}
          next={shown.next}
          isOwn
          onFinish={(words) => {
            // Empty words mean that the user goes back.
            if (words === '') return setShown(null)
            kept.finish()
            onSaved(words)
          }}
          onBack={() => setShown(null)}
        />
      </Card>
    )
  const problems = refused?.problems ?? (shown === null || shown.preview.ok ? [] : shown.preview.problems)
  const errorAt = (place: string): string | undefined => {
    const found = problems.find((problem) => problem.place === `choices.${place}`)
    return found && reasonWords(t, found.reason)
  }
  const change = (next: OwnFields): void => {
    setFields(next)
    kept.keep(keptOwn(next))
  }
  const press = (): void => {
    const made = madeOf(fields)
    setShown(null)
    if (made.ok) {
      setRefused(null)
      const text = JSON.stringify(made.instrument)
      return show.mutate({ id: crypto.randomUUID(), name: made.instrument.title, text })
    }
    setRefused(made)
    focusFirstError(form.current)
  }
  return (
    <Card title={t('packs.own.parts.paper')}>
      {guard}
      <div className={styles['own']} ref={form}>
        <p>{t('packs.import.rights')}</p>
        <DraftNote draft={kept} />
        <OwnForm
          fields={fields}
          setProblems={refused?.sets ?? new Map()}
          errorAt={errorAt}
          onChange={change}
        />
        {problems.length === 0 && (refused?.sets.size ?? 0) === 0 ? null : (
          <ErrorNotice title={t('packs.choices.missing')}>
            <ProblemList problems={problems} further={0} />
          </ErrorNotice>
        )}
        <FailureNotice failure={show.error} />
        <Stack direction="row" gap={12}>
          <Button kind="primary" size="large" isPending={show.isPending} onPress={press}>
            {t('packs.choices.show')}
          </Button>
        </Stack>
      </div>
    </Card>
  )
}
