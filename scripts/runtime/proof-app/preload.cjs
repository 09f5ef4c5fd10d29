const { ipcRenderer } = require('electron')

// A second frame begins only after the first has been painted, and no frame begins in a window that isn't shown.
const report = () => void ipcRenderer.invoke('painted')
globalThis.addEventListener('load', () => requestAnimationFrame(() => requestAnimationFrame(report)))
