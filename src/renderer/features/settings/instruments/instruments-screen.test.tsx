import { cleanup, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { PackListItem } from '#shared/contract/operations/packs.ts'
import { describedInstrument, withoutScaleFacts } from '#shared/instruments/described-scales.ts'
import { instrumentSchema } from '#shared/instruments/instrument.ts'
import { nextVersionOf, packActions, packLimits, previewPack } from '#shared/instruments/packs/index.ts'
import { questionnaireOf } from '#shared/instruments/packs/testing/questionnaire-of.ts'
import type { StoredFormDraft } from '#shared/records/form-draft.ts'
import { saveUnsaved } from '#renderer/lib/unsaved.ts'
import { fakeFormDrafts } from '#renderer/testing/form-drafts.ts'
import { renderApp } from '#renderer/testing/render-app.tsx'
import { InstrumentsScreen } from './instruments-screen.tsx'

const files = import.meta.glob<unknown>('../../../../../assets/instruments/earlier/{gad-7,phq-9}.1.json', {
  eager: true,
  import: 'default',
})
const shipped = Object.values(files).map((file) => instrumentSchema.parse(file))
const calm = { ...shipped[0]!, id: 'calm', title: 'Calm' }

/** As from a file that doesn't say what its scales measure. */
const plain = withoutScaleFacts(calm)
const noSources = { sameVersion: null, newest: null }

type Kept = Omit<PackListItem, 'actions'>

function showInstruments(more: readonly Kept[] = [], drafts: StoredFormDraft[] = []) {
  const kept: Kept[] = [
    ...shipped.map((instrument): Kept => ({
      instrument,
      state: 'offered',
      origin: 'shipped',
      source: 'shipped',
      importedAt: null,
      isUsed: false,
    })),
    ...more,
  ]
  const listed = (pack: Kept): PackListItem => ({ ...pack, actions: packActions(pack) })
  const set = (id: string, state: Kept['state']) => {
    const index = kept.findIndex(({ instrument }) => instrument.id === id)
    kept[index] = { ...kept[index]!, state }
    return listed(kept[index])
  }
  const app = renderApp({
    at: '/settings/instruments',
    screens: { '/settings/instruments': InstrumentsScreen },
    handlers: {
      drafts: fakeFormDrafts(drafts),
      packs: {
        list: () => kept.map(listed),
        preview: ({ text, choices, decisions }) => {
          const preview = previewPack(text, choices, decisions)
          if (!preview.ok) return { preview, next: null }
          const next = nextVersionOf(kept, preview.instrument)
          if (next.kind === 'new') return { preview, next: { kind: 'new', version: next.instrument.version } }
          if (next.kind !== 'new-version') return { preview, next }
          const { kind, after, isRenumbered, instrument } = next
          return { preview, next: { kind, version: instrument.version, after, isRenumbered } }
        },
        import: ({ text, choices, decisions, said = [] }) => {
          const preview = previewPack(text, choices, decisions)
          if (!preview.ok) return { kind: 'refused', preview }
          const pack: Kept = {
            instrument: describedInstrument(preview.instrument, { ...noSources, said }),
            state: 'offered',
            origin: 'imported',
            source: preview.source,
            importedAt: '2026-03-20T15:00:00.000Z',
            isUsed: false,
          }
          kept.push(pack)
          return { kind: 'imported', pack: listed(pack), isRenumbered: false }
        },
        retire: ({ id }) => set(id, 'retired'),
        offerAgain: ({ id }) => set(id, 'offered'),
        describe: ({ id, said }) => {
          const index = kept.findIndex(({ instrument }) => instrument.id === id)
          const pack = kept[index]!
          kept[index] = { ...pack, instrument: describedInstrument(pack.instrument, { ...noSources, said }) }
          return undefined
        },
        remove: ({ id }) => {
          kept.splice(
            kept.findIndex(({ instrument }) => instrument.id === id),
            1,
          )
          return undefined
        },
      },
    },
  })
  const user = userEvent.setup()
  const choose = async (content: BlobPart, name = 'mine.json') => {
    await screen.findByRole('button', { name: 'Choose a file…' })
    const input = app.container.querySelector<HTMLInputElement>('input[type=file]')!
    await user.upload(input, new File([content], name, { type: 'application/json' }))
  }
  return { ...app, kept, choose, user }
}

const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }))
const imported: Kept = {
  instrument: calm,
  state: 'offered',
  origin: 'imported',
  source: 'attune',
  importedAt: '2026-03-20T15:00:00.000Z',
  isUsed: false,
}

afterEach(cleanup)

describe('the list of instruments', () => {
  test('says where each came from, and shows it whole on request', async () => {
    const { user } = showInstruments([{ ...imported, isUsed: true }])
    const offered = await screen.findByRole('region', { name: 'On offer' })
    expect(within(offered).getAllByText('comes with Attune')).toHaveLength(2)
    expect(within(offered).getByText(/^imported Mar 2[01], 2026$/)).toBeTruthy()
    expect(within(offered).getByText('asks about risk')).toBeTruthy()
    expect(screen.queryByRole('button', { name: /^Remove… Calm/ })).toBeNull()
    await user.click(screen.getByRole('button', { name: /of PHQ-9, version 1$/ }))
    expect(within(offered).getByText('asks about risk: shown at once from 1')).toBeTruthy()
  })

  test('retires one only after an explanation, and can offer it again', async () => {
    showInstruments()
    await screen.findByRole('region', { name: 'On offer' })
    await press(/^Retire… PHQ-9/)
    expect(screen.getByRole('dialog').textContent).toMatch(/Every answer that was given to it stays/)
    await press('Retire it')
    expect(await screen.findByText('PHQ-9, version 1, is retired.')).toBeTruthy()
    const retired = screen.getByRole('region', { name: 'Retired' })
    expect(within(retired).getByRole('heading', { name: /^PHQ-9/ })).toBeTruthy()
    await press(/^Offer again… PHQ-9/)
    await press('Offer it again')
    expect(await screen.findByText('PHQ-9, version 1, is on offer again.')).toBeTruthy()
  })

  test('removes one without answers, after a question', async () => {
    const { kept } = showInstruments([imported])
    await screen.findByRole('region', { name: 'On offer' })
    await press(/^Remove… Calm/)
    await press('Leave it as it is')
    expect(kept).toHaveLength(3)
    await press(/^Remove… Calm/)
    await press('Remove it')
    expect(await screen.findByText('Calm, version 1, is removed.')).toBeTruthy()
    expect(kept).toHaveLength(2)
  })
})

describe('importing an instrument', () => {
  test('shows the whole of it first and saves nothing before confirmation', async () => {
    const { choose, kept } = showInstruments()
    await choose(JSON.stringify(calm))
    const sheet = await screen.findByRole('region', { name: 'Calm' })
    for (const { text } of calm.items) expect(within(sheet).getByText(text)).toBeTruthy()
    expect(await screen.findByText(/saved as version 1/)).toBeTruthy()
    expect(kept).toHaveLength(2)
    await press('Import this instrument')
    expect(await screen.findByText(/^Calm is imported as version 1/)).toBeTruthy()
    expect(kept).toHaveLength(3)
  })

  test('can be cancelled', async () => {
    const { choose, kept } = showInstruments()
    await choose(JSON.stringify(calm))
    await screen.findByRole('region', { name: 'Calm' })
    await press('Don’t import')
    expect(screen.queryByRole('region', { name: 'Calm' })).toBeNull()
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Choose a file…' }))
    expect(kept).toHaveLength(2)
  })

  test('says where and why a file is refused', async () => {
    const { choose } = showInstruments()
    await choose(JSON.stringify({ resourceType: 'Patient' }), 'patient.json')
    const notice = await screen.findByRole('alert')
    expect(notice.textContent).toMatch(/patient.json can’t be imported/)
    expect(notice.textContent).toMatch(/in the file: resourceType/)
    expect(notice.textContent).toMatch(/another type \(Patient\)/)
    expect(screen.queryByRole('button', { name: 'Import this instrument' })).toBeNull()
  })

  test('refuses a file that is too large without reading it', async () => {
    const { choose } = showInstruments()
    await choose('x'.repeat(packLimits.bytes + 1))
    expect((await screen.findByRole('alert')).textContent).toMatch(/larger than 1,048,576 bytes/)
  })

  test('is not offered if the same is stored, or the name belongs to an instrument that ships with Attune', async () => {
    const { choose } = showInstruments([imported])
    await choose(JSON.stringify(calm))
    expect(await screen.findByText(/same content is here already/)).toBeTruthy()
    const button = screen.getByRole<HTMLButtonElement>('button', { name: 'Import this instrument' })
    expect(button.disabled).toBe(true)
  })
})

describe('what a score measures', () => {
  const pick = async (field: RegExp, option: string) => {
    await userEvent.click(screen.getByRole('button', { name: field }))
    await userEvent.click(await screen.findByRole('option', { name: option }))
  }

  test('is asked for at the import if the file doesn’t say it, and may stay unsaid', async () => {
    const { choose, kept } = showInstruments()
    await choose(JSON.stringify(plain))
    expect(await screen.findByText(/doesn’t say what these scores measure/)).toBeTruthy()
    await pick(/It measures/, 'Helpfulness')
    await pick(/The answers are about/, 'This session')
    await press('Import this instrument')
    await screen.findByText(/^Calm is imported/)
    expect(kept.at(-1)?.instrument.scales[0]).toMatchObject({
      construct: 'helpfulness',
      frame: 'this-session',
    })
  })

  test('is never the alliance where less is better, and says why', async () => {
    const { choose } = showInstruments()
    await choose(JSON.stringify(plain))
    await userEvent.click(await screen.findByRole('button', { name: /It measures/ }))
    const option = screen.getByRole('option', { name: /^Alliance(?!: )/ })
    expect(option.getAttribute('aria-disabled')).toBe('true')
    expect(option.textContent).toContain('Only for scores of which more is better.')
  })

  test('is not asked for if the file says it', async () => {
    const { choose } = showInstruments()
    await choose(JSON.stringify(calm))
    await screen.findByRole('region', { name: 'Calm' })
    expect(screen.queryByText(/doesn’t say what these scores measure/)).toBeNull()
  })

  test('includes the other person’s form, if one on offer has the same questions', async () => {
    const meant = { construct: 'helpfulness', frame: 'this-session' } as const
    const described = calm.scales.map((scale) => ({ ...scale, ...meant }))
    const ofTherapist: Kept = {
      ...imported,
      instrument: { ...calm, id: 'calm-2', title: 'Calm too', respondent: 'therapist', scales: described },
    }
    const { choose, kept } = showInstruments([ofTherapist])
    await choose(JSON.stringify({ ...calm, scales: described }))
    expect(await screen.findByText(/doesn’t say which form of the other person/)).toBeTruthy()
    await pick(/with the same questions/, 'Calm too: GAD-7 total')
    await press('Import this instrument')
    await screen.findByText(/^Calm is imported/)
    const pairedWith = { instrument: 'calm-2', scale: 'total', byItems: true }
    expect(kept.at(-1)?.instrument.scales[0]).toMatchObject({ ...meant, pairedWith })
    await press('What the scores of Calm, version 1, measure')
    await pick(/with the same questions/, 'None, or not known')
    await press('Save what they measure')
    expect(await screen.findByText('Saved.')).toBeTruthy()
    expect(kept.at(-1)?.instrument.scales[0]?.pairedWith).toBeUndefined()
  })

  test('asks for no pair where none fits, and forgets a chosen one with another construct', async () => {
    const described = calm.scales.map((scale) => ({
      ...scale,
      construct: 'depth' as const,
      frame: undefined,
    }))
    const ofTherapist: Kept = {
      ...imported,
      instrument: { ...calm, id: 'calm-2', title: 'Calm too', respondent: 'therapist', scales: described },
    }
    const { choose, kept } = showInstruments([ofTherapist])
    await choose(JSON.stringify(plain))
    await screen.findByText(/doesn’t say what these scores measure/)
    expect(screen.queryByRole('button', { name: /with the same questions/ })).toBeNull()
    await pick(/It measures/, 'Depth')
    await pick(/with the same questions/, 'Calm too: GAD-7 total')
    await pick(/It measures/, 'Helpfulness')
    expect(screen.queryByRole('button', { name: /with the same questions/ })).toBeNull()
    await press('Import this instrument')
    await screen.findByText(/^Calm is imported/)
    expect(kept.at(-1)?.instrument.scales[0]).toMatchObject({ construct: 'helpfulness' })
    expect(kept.at(-1)?.instrument.scales[0]?.pairedWith).toBeUndefined()
  })

  test('can be said later, for an imported instrument only', async () => {
    const { kept } = showInstruments([{ ...imported, instrument: plain }])
    await screen.findByRole('region', { name: 'On offer' })
    expect(screen.queryByRole('button', { name: /scores of PHQ-9/ })).toBeNull()
    await press('What the scores of Calm, version 1, measure')
    await pick(/It measures/, 'Depth')
    await press('Save what they measure')
    expect(await screen.findByText('Saved.')).toBeTruthy()
    expect(kept.at(-1)?.instrument.scales[0]).toMatchObject({ construct: 'depth', frame: 'in-general' })
  })
})

describe('a FHIR Questionnaire', () => {
  test('what was added to it survives a lock, and shows once the file is chosen again', async () => {
    const drafts: StoredFormDraft[] = []
    const { choose, user, unmount } = showInstruments([], drafts)
    await choose(JSON.stringify(questionnaireOf(calm)))
    await user.type(await screen.findByRole('textbox', { name: 'Who may use it' }), 'Our practice')
    await user.click(screen.getByRole('radio', { name: 'Sum' }))
    expect(await saveUnsaved()).toBe(true)
    unmount()
    const again = showInstruments([], drafts)
    await again.choose(JSON.stringify(questionnaireOf(calm)))
    expect(await screen.findByDisplayValue('Our practice')).toBeTruthy()
    expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Sum' }).checked).toBe(true)
  })

  test('that leaves something open is read once it is decided', async () => {
    const questionnaire = questionnaireOf(calm)
    const [group] = questionnaire.item
    const [first, second] = group?.item ?? []
    Object.assign(first ?? {}, { enableWhen: [{ question: '/gad7-2', operator: '=', answerInteger: 1 }] })
    Object.assign(second ?? {}, { answerOption: undefined, answerValueSet: 'https://a.example/often' })
    const { choose, user } = showInstruments()
    await choose(JSON.stringify(questionnaire))
    expect(await screen.findByRole('heading', { name: /can be read once you decide this/ })).toBeTruthy()
    expect(screen.getByText(/1 question are not|answers of 1 question are not in the file/)).toBeTruthy()
    await press('Read the file this way')
    expect(screen.getAllByText(/can’t be read without this/)).toHaveLength(2)
    await user.click(
      screen.getByRole('checkbox', { name: 'Leave out the question that is asked only under a condition.' }),
    )
    const answers = screen.getByRole('textbox', { name: 'The answers, one a line' })
    await user.type(answers, '1 = Never{Enter}Often')
    expect(screen.getByText(/Some of these have points and some have none/)).toBeTruthy()
    await user.clear(answers)
    await user.type(answers, '1 = Never{Enter}2 = Often')
    await press('Read the file this way')
    expect(await screen.findByRole('heading', { name: /It has no place for a few things/ })).toBeTruthy()
    expect(screen.getByText('A question under a condition was left out, as you chose.')).toBeTruthy()
    expect(screen.getByText('The file only names its answers. They are as you typed them.')).toBeTruthy()
    expect(screen.getByText(/Which questions count \(6 of 6\)/)).toBeTruthy()
  })

  test('of several forms in a REDCap dictionary the chosen one is read, in any encoding', async () => {
    const { choose, user } = showInstruments()
    const columns = 'field_name,form_name,field_type,field_label,select_choices_or_calculations'
    const table = `${columns}\na,calm,radio,Caf\u00e9?,"0, No | 1, Yes"\nb,other,radio,B?,"0, No | 1, Yes"\n`
    await choose(
      Uint8Array.from(table, (letter) => letter.charCodeAt(0)),
      'mine.csv',
    )
    await user.click(await screen.findByRole('radio', { name: 'calm (1 question)' }))
    await press('Read the file this way')
    expect(await screen.findByDisplayValue('calm')).toBeTruthy()
    expect(screen.getAllByText(/Café\?/).length).toBeGreaterThan(0)
  })

  test('asks for what FHIR can’t hold, says at each field what is missing, and is then imported', async () => {
    const drafts: StoredFormDraft[] = []
    const { choose, kept, user } = showInstruments([], drafts)
    await choose(JSON.stringify(questionnaireOf(calm)))
    expect(await screen.findByRole('heading', { name: /It has no place for a few things/ })).toBeTruthy()
    await press('Show what would be saved')
    expect((await screen.findByRole('alert')).textContent).toMatch(/Some things are still missing/)
    const whoMayUse = screen.getByRole('textbox', { name: 'Who may use it' })
    expect(whoMayUse.getAttribute('aria-invalid')).toBe('true')
    await user.type(whoMayUse, 'Our practice')
    await user.type(screen.getByRole('textbox', { name: 'Validation' }), 'Not validated')
    await user.type(screen.getByRole('textbox', { name: 'What the score is called' }), 'Anxiety')
    for (const name of ['The client', 'After the session', 'Sum', 'Lower is better']) {
      await user.click(screen.getByRole('radio', { name }))
    }
    await vi.waitFor(() => expect(drafts).toHaveLength(1))
    await press('Show what would be saved')
    expect(await screen.findByText('Sum, from 0 to 21; lower is better')).toBeTruthy()
    await screen.findByText(/saved as version 1/)
    await press('Import this instrument')
    expect(await screen.findByText(/^Calm is imported/)).toBeTruthy()
    expect(drafts).toEqual([])
    expect(kept.at(-1)).toMatchObject({
      source: 'fhir-r4',
      instrument: { id: 'calm', respondent: 'client', scales: [{ id: 'anxiety', minimum: 0, maximum: 21 }] },
    })
  })
})
