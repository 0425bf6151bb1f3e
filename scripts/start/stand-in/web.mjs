// In the place of the web server: stays until it is told to go.
setInterval(() => undefined, 1_000)
console.log('up')
