/** What the generator's code calls its constructions, read from the code itself. */
import { readFileSync } from 'node:fs'
import ts from 'typescript'
import { kindWords } from './kind-words'

interface Found {
  /** As they stand in the code. */
  readonly names: ReadonlySet<string>
  /** With * for the part that is a type. */
  readonly patterns: ReadonlySet<string>
  /** What could not be read. */
  readonly unknown: readonly string[]
}

/**
 * Follows every value of a property or a parameter `construction` to the words it is made of. What is added to one that
 * is handed on (`${construction}-term`) is added to those that are handed to that function.
 */
export function kindsInCode(files: readonly string[]): Found {
  const sources = files.map((file) =>
    ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true),
  )
  const parameters = new Map(sources.flatMap(takingConstructions))
  const unknown: string[] = []
  const read = (value: ts.Expression) => {
    const words = wordsOf(value)
    if (words === null) unknown.push(`${value.getSourceFile().fileName}: ${value.getText()}`)
    return words ?? []
  }
  const said = sources.flatMap((source) => valuesIn(source, parameters)).flatMap(read)
  const endings = said.flatMap((word) => (word.startsWith(HANDED) ? word.slice(HANDED.length) : []))
  const plain = said.filter((word) => !word.startsWith(HANDED))
  const complete = plain.flatMap((word) =>
    kindWords(word) === null && endings.some((ending) => kindWords(word + ending) !== null)
      ? endings.map((ending) => word + ending)
      : [word],
  )
  return {
    names: new Set(complete.filter((word) => !word.includes('*'))),
    patterns: new Set(complete.filter((word) => word.includes('*'))),
    unknown,
  }
}

/** Stands for a construction that came from elsewhere. */
const HANDED = '<construction>'

/** By the name of a function, which of its arguments is a construction. */
function takingConstructions(source: ts.SourceFile): [string, number][] {
  return nodesIn(source).flatMap((node): [string, number][] => {
    if (!ts.isFunctionDeclaration(node) && !ts.isArrowFunction(node)) return []
    const at = node.parameters.findIndex(({ name }) => name.getText() === 'construction')
    const named = ts.isFunctionDeclaration(node) ? node : node.parent
    const name = 'name' in named && named.name ? (named.name as ts.Node).getText() : ''
    return at < 0 || name === '' ? [] : [[name, at]]
  })
}

function valuesIn(
  source: ts.SourceFile,
  parameters: ReadonlyMap<string, number>,
): readonly ts.Expression[] {
  return nodesIn(source).flatMap((node) => {
    if (ts.isPropertyAssignment(node) && node.name.getText() === 'construction')
      return [node.initializer]
    const at = ts.isCallExpression(node) ? parameters.get(node.expression.getText()) : undefined
    const value = ts.isCallExpression(node) && at !== undefined ? node.arguments[at] : undefined
    return value === undefined ? [] : [value]
  })
}

/** Null where it is neither words nor something that was handed on. */
function wordsOf(value: ts.Expression): readonly string[] | null {
  if (ts.isStringLiteralLike(value)) return [value.text]
  if (ts.isConditionalExpression(value)) {
    const [yes, no] = [wordsOf(value.whenTrue), wordsOf(value.whenFalse)]
    return yes === null || no === null ? null : [...yes, ...no]
  }
  if (ts.isTemplateExpression(value)) {
    const [span, ...more] = value.templateSpans
    if (span === undefined || more.length > 0) return null
    const part = isHandedOn(span.expression) ? HANDED : '*'
    return [`${value.head.text}${part}${span.literal.text}`]
  }
  return isHandedOn(value) ? [] : null
}

const isHandedOn = (value: ts.Expression): boolean =>
  /^(?:\w+\.)?construction$/.test(value.getText())

function nodesIn(node: ts.Node): ts.Node[] {
  const found: ts.Node[] = [node]
  ts.forEachChild(node, (child) => {
    found.push(...nodesIn(child))
  })
  return found
}
