/**
 * Every figure that the summaries show for a finding, and every sample size, as transcribed from the sources: the
 * published abstract if it has the figure, otherwise the summary. Signs that we restored are marked.
 */
export const sourceFigures: Record<string, { sample: number[]; effects: Record<string, string> }> = {
  'abargil-2025': {
    sample: [40, 16],
    effects: {
      'pre-supportive-empathy': 'b 0.77, t 1.98, df 507, p = 0.048',
      // Printed "b = 1.83, t = .3.55" and "b = .1.06, t = .2.39": the minus signs were lost.
      'pre-inadequate-helpfulness': 'b -1.83, t -3.55, df 528, p = 0.01',
      'pre-inadequate-accomplishment': 'b -1.06, t -2.39, df 529, p = 0.017',
      'post-supportive-empathy': 'b 1.48, t 3.86, df 510, p < 0.001',
      'post-supportive-helpfulness': 'b 1.27, t 3.18, df 531, p = 0.001',
      'post-supportive-accomplishment': 'b 1.05, t 3.09, df 532, p = 0.002',
      'post-inadequate-empathy': 'b -1.88, t -4.33, df 510, p < 0.001',
      'post-inadequate-helpfulness': 'b -2.34, t -5.2, df 531, p < 0.001',
    },
  },
  'alfonsson-2023': { sample: [24], effects: {} },
  'atzil-slonim-2019': { sample: [93, 62], effects: {} },
  'babl-2022': { sample: [56, 4], effects: {} },
  'chui-liu-2021': {
    sample: [314, 589],
    effects: {
      'calm-share': 'percent 58, n 314',
      'moderate-share': 'percent 34.4, n 314',
      'feelers-share': 'percent 7.6, n 314',
    },
  },
  'cologon-2017': { sample: [25, 1001], effects: {} },
  'cooper-2020': {
    sample: [22],
    effects: {
      'mindfulness-distress': 'r -0.39, 95% [-0.57, -0.18]',
      'mindfulness-perspective': 'r 0.27, 95% [0.09, 0.44]',
    },
  },
  'deblaere-2023': {
    sample: [288],
    effects: {
      'racial-indirect': 'indirect-effect -0.12, 95% [-0.35, -0.07]',
      'gender-indirect': 'indirect-effect -0.1, 95% [-0.36, -0.05]',
      'outcome-explained': 'percent 24',
    },
  },
  'delgadillo-2018': {
    sample: [49, 2223],
    effects: { 'therapist-share': 'percent 5', 'share-explained': 'percent 31 to 39' },
  },
  'drinane-2021': { sample: [50, 1725], effects: { 'minority-share': 'percent 17.7, n 1725' } },
  'elliott-2018': {
    sample: [82, 6138],
    effects: {
      'empathy-outcome': 'r 0.28, 95% [0.23, 0.33], p < 0.001, n 82',
      'empathy-outcome-d': 'd 0.58, n 82',
    },
  },
  'eubanks-2018': {
    sample: [11, 1314],
    effects: {
      'repair-outcome': 'r 0.29, 95% [0.1, 0.47], p = 0.003, n 11',
      'training-none': 'r 0.11, 95% [-0.09, 0.3], p = 0.28, n 6',
    },
  },
  'finsrud-2023': { sample: [631], effects: {} },
  'genova-2021': {
    sample: [106],
    effects: {
      'relief-alliance': 'r 0.29',
      'depressed-alliance': 'r -0.3',
      'positive-feelings-change': 'r 0.29 to 0.34',
      'tension-change': 'r -0.27',
      'cried-share': 'percent 83, n 106',
      'talked-share': 'percent 67.4',
      'relief-share': 'percent 45.3',
      'sadness-share': 'percent 53.5',
      'frustration-share': 'percent 38.4',
      'powerlessness-share': 'percent 28.2',
      'touched-share': 'percent 34.1',
      'warmth-share': 'percent 24.7',
      'relationship-better-share': 'percent 41.9',
    },
  },
  'hiebler-ragger-2021': {
    sample: [346],
    effects: {
      'supervision-burnout': 'beta -0.31, p < 0.01',
      'supervision-coherence': 'beta 0.31, p < 0.01',
      'anxiety-burnout': 'beta 0.3, p < 0.01',
      'anxiety-coherence': 'beta -0.4, p < 0.01',
      'avoidance-coherence': 'beta -0.17, p < 0.01',
      'attachment-adds-burnout': 'r-squared-change 0.13',
      'attachment-adds-coherence': 'r-squared-change 0.24',
      'explained-burnout': 'percent 30',
      'explained-coherence': 'percent 41',
    },
  },
  'knox-2022': { sample: [13], effects: {} },
  'lambert-2018': { sample: [24], effects: { 'feedback-better': 'direction, n 24' } },
  'nissen-lie-2021': {
    sample: [12036],
    effects: {
      'burden-predictors': 'direction, n 12036',
      'burden-attachment-anxiety': 'direction, n 1243',
      'burden-explained': 'percent 30',
    },
  },
  'norcross-lambert-2018': {
    sample: [16],
    effects: {
      'alliance-individual': 'g 0.57, n 306',
      'alliance-couple': 'g 0.62, n 40',
      'alliance-adolescent': 'g 0.4, n 43',
      collaboration: 'g 0.61, n 53',
      'goal-consensus': 'g 0.49, n 54',
      'group-cohesion': 'g 0.56, n 55',
      'therapist-empathy': 'g 0.58, n 82',
      'client-feedback': 'g 0.14 to 0.49, n 24',
      'managing-countertransference': 'g 0.84, n 9',
      'rupture-repair': 'g 0.62, n 11',
      'therapist-share': 'percent 18',
      'method-share': 'percent 0 to 10',
    },
  },
  'simon-2022': {
    sample: [18882, 18644, 6230, 6227, 6187],
    effects: {
      'skills-training-self-harm': 'hazard-ratio 1.29, 97.5% [1.02, 1.64], p = 0.015',
      'care-management-self-harm': 'hazard-ratio 1.07, 97.5% [0.84, 1.37], p = 0.52',
      'self-harm-usual-care': 'percent 3.1',
      'self-harm-care-management': 'percent 3.27',
      'self-harm-skills-training': 'percent 3.92',
      'self-harm-events': 'count 540, n 18644',
      'took-part-care-management': 'percent 31',
      'took-part-skills-training': 'percent 39',
    },
  },
  'stolowicz-melman-2023': { sample: [81, 50], effects: {} },
  'tasca-2023': { sample: [40, 117, 6], effects: {} },
  'wolfer-2021': { sample: [19, 17], effects: { 'trainees-times': 'times-as-likely 13' } },
  'zilcha-mano-2022': { sample: [100], effects: {} },
  // The clients of the three trials together: 29, 31 and 44.
  'zlotnick-2020': { sample: [104, 3], effects: {} },
}

/** Findings whose figures are in the published abstract; all others were read only in the summary. */
export const figuresInAbstract: readonly string[] = [
  'cooper-2020 mindfulness-distress',
  'cooper-2020 mindfulness-perspective',
  'delgadillo-2018 therapist-share',
  'delgadillo-2018 share-explained',
  'drinane-2021 minority-share',
  'elliott-2018 empathy-outcome',
  'elliott-2018 empathy-outcome-d',
  'eubanks-2018 repair-outcome',
  'eubanks-2018 training-none',
  'hiebler-ragger-2021 supervision-burnout',
  'hiebler-ragger-2021 supervision-coherence',
  'hiebler-ragger-2021 explained-burnout',
  'hiebler-ragger-2021 explained-coherence',
  'lambert-2018 feedback-better',
  'nissen-lie-2021 burden-predictors',
  'nissen-lie-2021 burden-attachment-anxiety',
  'nissen-lie-2021 burden-explained',
  'simon-2022 skills-training-self-harm',
  'simon-2022 care-management-self-harm',
  'simon-2022 self-harm-usual-care',
  'simon-2022 self-harm-care-management',
  'simon-2022 self-harm-skills-training',
  'simon-2022 self-harm-events',
  'simon-2022 took-part-care-management',
  'simon-2022 took-part-skills-training',
]
