/** A project in which every rule of the layers is broken at least once: path and text of its files. */

const STAGES = [
  'time',
  'text',
  'passages',
  'language',
  'items',
  'generate',
  'answers',
  'deck',
  'review',
  'memory',
  'session',
  'exam',
  'stats',
  'class',
]

/** Each stage imports the one that comes after it. */
const stages = STAGES.map((stage, index): [string, string] => {
  const next = STAGES[index + 1]
  return [`lib/core/${stage}/planted.ts`, next ? importing(`../${next}/planted`) : 'export {}\n']
})

function importing(...modules: string[]): string {
  return `${modules.map((module) => `import '${module}'`).join('\n')}\n`
}

export const PLANTED: Readonly<Record<string, string>> = {
  ...Object.fromEntries(stages),
  'lib/core/ids.ts': importing('./text/planted'),
  'lib/core/nonsense/planted.ts': importing('../ids'),
  'lib/core/time/above.ts': importing('@/lib/store/planted'),
  'lib/core/time/node.ts': importing('node:fs'),
  'lib/core/time/framework.ts': importing('next/server'),
  'lib/core/time/tested.ts': importing('./planted.test'),
  'lib/core/time/planted.test.ts': 'export {}\n',
  'lib/core/time/here.ts': importing('./there'),
  'lib/core/time/there.ts': importing('./here'),
  'lib/core/time/lost.ts': importing('./nowhere'),
  'lib/environment.ts': importing('./core/ids'),
  'lib/store/planted.ts': importing('../usecases/planted'),
  'lib/usecases/planted.ts': importing('@prisma/adapter-pg', 'pg', '@/app/planted'),
  'app/planted.ts': importing('@/lib/store/planted', 'vitest'),
  'scripts/planted.ts': importing('@/lib/store/planted'),
}
