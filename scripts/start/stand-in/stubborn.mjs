// A web server that does not go when it is told to.
process.on('SIGTERM', () => undefined)
setInterval(() => undefined, 1_000)
console.log('up')
