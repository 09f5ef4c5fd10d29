const { ipcRenderer } = require('electron')

// A second frame begins only after the first is painted, and a window that isn't shown begins no frame.
const report = () => void ipcRenderer.invoke('painted')
globalThis.addEventListener('load', () => requestAnimationFrame(() => requestAnimationFrame(report)))
