import { call, expect, test } from '../fixtures.ts'
import { instrumentsPage } from '../pages/instruments-page.ts'
import { shellPage } from '../pages/shell-page.ts'
import { keepScreenshot } from '../screenshots.ts'

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
  await expect(page.getByText('It will be kept as version 1')).toBeVisible()
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
  await expect(page.getByText('It will be kept as version 1')).toBeVisible()
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
