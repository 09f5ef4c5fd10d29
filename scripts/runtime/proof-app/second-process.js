process.parentPort.postMessage('started')
