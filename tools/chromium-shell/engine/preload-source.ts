import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { Script } from 'node:vm'
import { createBridge, linkWorlds } from '../page/bridge.ts'
import { runPreload } from '../page/preload-world.ts'
import { createTextCodec } from '../page/text-codec.ts'

/** The name of the world that preloads run in; the page can't reach it. */
export const preloadWorld = 'chromium-shell preload'

/** The function that the preload's world calls to reach the main process; only that world has it. */
export const upwardBinding = 'chromiumShellSendUp'

/** The function the main process calls in the preload's world. */
export const downwardFunction = 'chromiumShellTakeDown'

/** The two scripts that run first in every new document, the page's half before the preload's. */
export type PreloadScripts = { forPage: string; forPreload: string }

/**
 * Builds the scripts for one preload file. If the file can't be read or is no script, prints that and returns none.
 * They do nothing in frames within the page, as Electron's preloads don't.
 */
export function preloadScripts(preload: string): PreloadScripts | undefined {
  let run: string
  try {
    const script = readFileSync(preload, 'utf8')
    run = `(function ({ require, module }) { const exports = module.exports;\n${script}\n})`
    new Script(run, { filename: preload })
  } catch (cause) {
    console.error(`Unable to load preload script: ${preload}\n`, cause)
    return undefined
  }
  const secret = randomUUID()
  const common = `if (window !== window.top) return;
    const createCodec = ${createTextCodec.toString()};
    const createBridge = ${createBridge.toString()};
    const linkWorlds = ${linkWorlds.toString()};`
  const forPage = `(() => { ${common}
    linkWorlds('page', '${secret}', (link) => createBridge(link, createCodec, true));
  })()`
  const forPreload = `(() => { ${common}
    const sendUp = globalThis.${upwardBinding};
    delete globalThis.${upwardBinding};
    const runPreload = ${runPreload.toString()};
    const script = ${run};
    linkWorlds('preload', '${secret}', (link) => {
      const bridge = createBridge(link, createCodec, false);
      globalThis.${downwardFunction} = runPreload({ codec: createCodec(), bridge, sendUp, script });
    });
  })()
//# sourceURL=${pathToFileURL(preload).href}`
  return { forPage, forPreload }
}
