import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { Script } from 'node:vm'

import { createBridgeEnd } from '../page/bridge-end.ts'
import { receiveExposed } from '../page/page-world.ts'
import { runPreload } from '../page/preload-world.ts'
import { watchTitle } from '../page/title-watcher.ts'
import { linkWorlds } from '../page/world-link.ts'
import { createValueCodec } from './structured-clone.ts'

/** The name of the world that preloads run in; the page has no way into it. */
export const preloadWorld = 'chromium-shell preload'

/** The function the preload's world calls to reach the main process; it exists in that world alone. */
export const upwardBinding = 'chromiumShellSendUp'

/** The function the main process calls in the preload's world. */
export const downwardFunction = 'chromiumShellTakeDown'

/** The function that tells the shell of the page's title; it too exists in the preload's world alone. */
export const titleBinding = 'chromiumShellTellTitle'

/** The script that tells of the title of the page itself, not of frames within it. */
export const titleScript = `if (window === window.top) (${watchTitle.toString()})(globalThis.${titleBinding})`

/** The two scripts that every new document starts with, the page's half first. */
export type PreloadScripts = { forPage: string; forPreload: string }

/**
 * Builds the scripts for one preload file; throws if the file can't be read or is no script.
 * They do nothing in frames within the page unless `inSubFrames` is set, as Electron's preloads don't.
 */
export function preloadScripts(
  preload: string,
  options: { inSubFrames: boolean; additionalArguments: readonly string[] },
): PreloadScripts {
  const script = readFileSync(preload, 'utf8')
  const run = `(function ({ require, process, module }) { const exports = module.exports;\n${script}\n})`
  new Script(run, { filename: preload })
  const secret = randomUUID()
  const guard = options.inSubFrames ? '' : 'if (window !== window.top) return;'
  const visibleProcess = {
    type: 'renderer',
    platform: process.platform,
    arch: process.arch,
    versions: { ...process.versions },
    argv: [process.argv[0], ...options.additionalArguments],
    env: {},
    sandboxed: true,
    contextIsolated: true,
  }
  const forPage = `(() => { ${guard}
    const createEnd = ${createBridgeEnd.toString()};
    const receive = ${receiveExposed.toString()};
    (${linkWorlds.toString()})('page', '${secret}', (link) => receive(link, createEnd));
  })()`
  const forPreload = `(() => { ${guard}
    const sendUp = globalThis.${upwardBinding};
    delete globalThis.${upwardBinding};
    const createEnd = ${createBridgeEnd.toString()};
    const run = ${runPreload.toString()};
    const codec = (${createValueCodec.toString()})();
    const process = ${JSON.stringify(visibleProcess)};
    const script = ${run};
    (${linkWorlds.toString()})('preload', '${secret}', (link) => {
      globalThis.${downwardFunction} = run({ codec, link, createEnd, sendUp, process, script });
    });
  })()
//# sourceURL=${pathToFileURL(preload).href}`
  return { forPage, forPreload }
}
