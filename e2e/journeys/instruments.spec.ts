import { call, expect, passphrase, test } from '../fixtures.ts'
import { instrumentsPage } from '../pages/instruments-page.ts'
import { shellPage } from '../pages/shell-page.ts'
import { vaultPages } from '../pages/vault-pages.ts'
import { keepLightAndDark, keepScreenshot } from '../screenshots.ts'

const calm = {
  id: 'calm-one',
  version: 1,
  title: 'Calm, one question',
  measures: 'How calm the week was.',
  respondent: 'client',
  occasion: 'before',
  instruction: 'Over the last week:',
  items: [
    {
      id: 'calm',
      text: 'How calm did you feel?',
      minimum: 0,
      maximum: 10,
      step: 1,
      reversed: false,
      anchors: { minimum: 'Not at all', maximum: 'All the time' },
    },
  ],
  scales: [
    {
      id: 'total',
      title: 'Calm',
      items: ['calm'],
      method: 'sum',
      minimum: 0,
      maximum: 10,
      direction: 'higher-is-better',
      missing: { minimumAnswered: 1, prorate: false },
    },
  ],
  riskItems: [],
  licence: 'Our own',
  attribution: 'Our practice',
  whoMayUse: 'Our practice',
  validationStatus: 'Not validated',
}

const ordinal = 'http://hl7.org/fhir/StructureDefinition/ordinalValue'
const question = (linkId: string, text: string) => ({
  linkId,
  text,
  type: 'choice',
  answerOption: ['Never', 'Sometimes', 'Often'].map((display, value) => ({
    extension: [{ url: ordinal, valueDecimal: value }],
    valueCoding: { code: `a${value}`, display },
  })),
})
const rest = {
  resourceType: 'Questionnaire',
  id: 'rest-two',
  status: 'active',
  title: 'Rest, two questions',
  description: 'How rested the week was.',
  copyright: 'Our own',
  publisher: 'Our practice',
  item: [
    {
      linkId: 'all',
      type: 'group',
      text: 'Over the last week:',
      item: [question('tired', 'I felt tired'), question('awake', 'I lay awake')],
    },
  ],
}

test('a therapist previews and imports an instrument; a FHIR one asks first for what FHIR can’t say', async ({
  openVault,
}) => {
  const running = await openVault()
  const { page } = running
  const shell = shellPage(page)
  const instruments = instrumentsPage(page)
  await shell.toSettings()
  await instruments.open()
  await expect(shell.heading).toHaveText('Instruments')

  await instruments.choose('patient.json', JSON.stringify({ resourceType: 'Patient', id: 'x' }))
  await expect(instruments.refusal).toContainText('patient.json can’t be imported')
  await expect(instruments.refusal).toContainText('in the file: resourceType')
  await expect(instruments.refusal).toContainText('another type (Patient)')
  await keepScreenshot(page, 'instruments-refused')

  await instruments.choose('calm.json', JSON.stringify(calm))
  await expect(page.getByText('It will be saved as version 1')).toBeVisible()
  expect(JSON.stringify(await call(page, 'packs.list'))).not.toContain('calm-one')
  await keepScreenshot(page, 'instruments-preview')
  await instruments.import.click()
  await expect(page.getByText('Calm, one question is imported as version 1')).toBeVisible()
  await expect(instruments.offered.getByRole('heading', { name: /^Calm, one question/ })).toBeVisible()

  await instruments.choose('rest.json', JSON.stringify(rest))
  await instruments.show.click()
  await expect(instruments.refusal).toContainText('Some things are still missing')
  await keepScreenshot(page, 'instruments-fhir')
  await page.getByLabel('Who may use it', { exact: true }).fill('Our practice')
  await page.getByLabel('Validation', { exact: true }).fill('Not validated')
  await page.getByLabel('What the score is called').fill('Tiredness')
  for (const name of ['The client', 'Before the session', 'Sum', 'Lower is better']) {
    await page.getByText(name, { exact: true }).click()
  }
  await instruments.show.click()
  await expect(page.getByText('It will be saved as version 1')).toBeVisible()
  await instruments.import.click()
  await expect(page.getByText('Rest, two questions is imported as version 1')).toBeVisible()
  expect(await call(page, 'instruments.list')).toMatchObject({
    ok: true,
    value: expect.arrayContaining([
      expect.objectContaining({ id: 'calm-one', version: 1 }),
      expect.objectContaining({
        id: 'rest-two',
        scales: [expect.objectContaining({ id: 'tiredness', minimum: 0, maximum: 4 })],
      }),
    ]),
  })
})

const dictionary = `"Variable / Field Name","Form Name","Field Type","Field Label","Choices, Calculations, OR Slider Labels","Branching Logic (Show field only if...)"
a1,ease,radio,Were you at ease?,"0, Never | 1, Often",
a2,ease,radio,What helped?,"0, Nothing | 1, Much","[a1] = '1'"
b1,sleep,radio,Did you sleep?,"0, No | 1, Yes",
`

test('a REDCap dictionary is read once its form is chosen and its conditions are left out', async ({
  openVault,
}) => {
  const { page } = await openVault()
  const instruments = instrumentsPage(page)
  await shellPage(page).toSettings()
  await instruments.open()
  await instruments.choose('dictionary.csv', dictionary)
  await page.getByText('ease (2 questions)', { exact: true }).click()
  await instruments.readSo.click()
  await page.getByText('Leave out the question that is asked only under a condition.').click()
  await keepLightAndDark(page, 'instruments-asked')
  await instruments.readSo.click()
  await expect(page.getByText('A question under a condition was left out, as you chose.')).toBeVisible()
})

test('an instrument is written from paper by keyboard, outlives a lock, and is saved', async ({
  openVault,
}) => {
  const { page } = await openVault()
  const instruments = instrumentsPage(page)
  await shellPage(page).toSettings()
  await instruments.open()
  await instruments.write.click()
  const box = (name: string | RegExp) => page.getByRole('textbox', { name, exact: true })
  const tabTo = async (text: string) => {
    await page.keyboard.press('Tab')
    await page.keyboard.type(text)
  }
  await box('Title').focus()
  await page.keyboard.type('Ease, three questions')
  await tabTo('How much at ease the client was.')
  await tabTo('Over the last week:')
  await page.keyboard.press('Tab')
  for (const line of ['Were you at ease?', 'Could you rest?', 'Were you tense?']) {
    await page.keyboard.type(line)
    await page.keyboard.press('Enter')
  }
  await expect(page.getByText('3 questions so far.')).toBeVisible()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Space')
  await expect(page.getByRole('radio', { name: 'Words for every answer' })).toBeChecked()
  await tabTo('Never\nSometimes\nOften')
  await call(page, 'lock.now')
  await vaultPages(page).unlock(passphrase)
  await expect(box('The answers, one a line')).toHaveValue('Never\nSometimes\nOften')
  await box('The answers, one a line').scrollIntoViewIfNeeded()
  await keepLightAndDark(page, 'own-instrument-typed')
  await instruments.show.click()
  await expect(instruments.refusal).toContainText('Some things are still missing')
  await keepLightAndDark(page, 'own-instrument-errors')
  for (const name of ['The client', 'Before the session', 'Sum', 'Higher is better'])
    await page.getByText(name, { exact: true }).click()
  await box('What the score is called').fill('Ease')
  await page.getByRole('button', { name: 'Questions to be turned round' }).click()
  await page.getByRole('checkbox', { name: '3. Were you tense?' }).last().check({ force: true })
  for (const [name, text] of [
    [/^Licen[cs]e$/, 'Ours'],
    ['Whose work it is', 'Our practice'],
    ['Who may use it', 'Our practice'],
    ['Validation', 'Not validated'],
  ] as const)
    await box(name).fill(text)
  await instruments.show.click()
  await expect(page.getByText('Ease, three questions is ready. This is what would be saved.')).toBeVisible()
  await keepLightAndDark(page, 'own-instrument-ready')
  await instruments.save.click()
  await expect(page.getByText(/is saved as version 1/)).toBeVisible()
  await keepScreenshot(page, 'own-instrument-saved')
  expect(await call(page, 'instruments.list')).toMatchObject({
    ok: true,
    value: expect.arrayContaining([
      expect.objectContaining({
        id: 'ease-three-questions',
        items: [
          expect.objectContaining({ id: 'q1', reversed: false }),
          expect.objectContaining({ id: 'q2' }),
          expect.objectContaining({ id: 'q3', reversed: true }),
        ],
      }),
    ]),
  })
})
