export const about = {
  title: 'About Attune',
  version: 'Version {{version}}',
  lead: 'Attune takes a minute of ratings after each session, keeps them encrypted on this computer, charts how the working relationship ruptures and repairs, and shows the research that fits.',

  limits: {
    title: 'What it is not',
    device:
      'Attune is not a medical device. It does not diagnose, predict or decide, and it is not for emergencies.',
    validated:
      'Attune’s own short rating forms are not validated: there are no norms and no cut-offs. Compare a client’s ratings with that client’s other ratings, and with nothing else.',
    published:
      'PHQ-9 and GAD-7 come with Attune as they were published, but are offered only where an answer about risk can be shown at once.',
    prompts: 'Prompts suggest what you could ask. Your judgement and your supervision come first.',
    reviewed:
      'The encryption follows common practice and is tested, but no outside expert has reviewed it yet. Encrypt this computer’s disk as well.',
  },

  privacy: {
    title: 'Where your data is',
    network: 'Attune makes no network request: no account, no update check, no statistics, no crash report.',
    folder: 'Data folder',
    folderNote: 'The encrypted vault is in its folder “vault”. Select the text to copy it.',
  },

  runtime: {
    title: 'What it runs on',
    electron: 'Attune runs on Electron.',
    shell:
      'Attune runs on a stand-in for Electron that uses the Chromium of this system. Use it for trying out, with sample data only: it has not been tested as Electron has, and lacks some of its protections.',
    kind: 'Runs on',
    electronName: 'Electron',
    shellName: 'The stand-in for Electron',
    electronVersion: 'Version of Electron',
    shellVersion: 'Version of the stand-in',
    chromium: 'Chromium',
    node: 'Node.js',
    system: 'System',
    mac: 'macOS',
    windows: 'Windows',
    linux: 'Linux',
    unknown: 'not given',
  },

  licences: {
    title: 'Licences',
    attune: 'Attune is free software under the MIT licence, which comes with it. It comes without warranty.',
    fonts: 'The fonts are Atkinson Hyperlegible Next and Literata, both under the SIL Open Font License 1.1.',
    instruments: 'PHQ-9 and GAD-7 may be used, copied and displayed without permission.',
  },

  sources: {
    title: 'Sources',
    evidence:
      'The studies behind the prompts were found through the research blog of the Psychotherapy Practice Research Network (PPRNet). Attune describes each in its own words, with its citation, its numbers and what it can’t tell you. Neither PPRNet nor the authors endorse Attune.',
    numbers: 'Each chart and prompt names the rule that it follows and where the rule comes from.',
    open: 'Open the evidence',
  },
} as const
