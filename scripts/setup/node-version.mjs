// Imported first by every command, before anything that an old Node could not even read.
const needed = [20, 19]
const found = process.versions.node.split('.').map(Number)

if (found[0] < needed[0] || (found[0] === needed[0] && found[1] < needed[1])) {
  process.stderr.write(
    `Passage needs Node ${needed.join('.')} or newer; this is Node ${process.versions.node}.\n` +
      'Get a newer one from https://nodejs.org, or with your version manager, such as: nvm install 22\n',
  )
  process.exit(1)
}
