/** Prisma's schema engine as WebAssembly, given a connection on which everything it does is one transaction. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { PrismaPg } from '@prisma/adapter-pg'
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils'
import pg from 'pg'

export interface Migration {
  readonly name: string
  readonly script: string
  /** SHA-256 of the script, as the engine records it. */
  readonly checksum: string
}

type EngineModule = typeof import('@prisma/schema-engine-wasm/schema_engine_bg')

let loaded: Promise<EngineModule> | undefined

// The package's own entry imports the .wasm file as a module, which Node cannot without a flag: instantiate it by hand.
async function loadEngine(): Promise<EngineModule> {
  const bindings = await import('@prisma/schema-engine-wasm/schema_engine_bg')
  const folder = dirname(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm'))
  const { instance } = await WebAssembly.instantiate(
    readFileSync(join(folder, 'schema_engine_bg.wasm')),
    { './schema_engine_bg.js': bindings as unknown as WebAssembly.ModuleImports },
  )
  bindings.__wbg_set_wasm(instance.exports)
  const start = instance.exports.__wbindgen_start
  if (typeof start === 'function') start()
  return bindings
}

/** Everything on the pool's one connection; once a script failed or the connection broke, nothing more is sent. */
class OneConnection implements SqlMigrationAwareDriverAdapterFactory {
  readonly provider = 'postgres'
  readonly adapterName = 'one-connection'
  failure: unknown

  constructor(private readonly pool: pg.Pool) {
    pool.on('error', (error) => {
      this.failure ??= error
    })
  }

  private async guard<T>(work: () => Promise<T>): Promise<T> {
    if (this.failure) throw this.failure
    try {
      return await work()
    } catch (error) {
      this.failure ??= error
      throw error
    }
  }

  async connect(): Promise<SqlDriverAdapter> {
    const inner = await new PrismaPg(this.pool).connect()
    return {
      provider: this.provider,
      adapterName: this.adapterName,
      queryRaw: (query) => this.guard(() => inner.queryRaw(query)),
      executeRaw: (query) => this.guard(() => inner.executeRaw(query)),
      // The adapter's own splits the script at every semicolon, also within the body of a function.
      executeScript: (script) => this.guard(async () => void (await this.pool.query(script))),
      startTransaction: (level) => this.guard(() => inner.startTransaction(level)),
      getConnectionInfo: () => inner.getConnectionInfo(),
      dispose: async () => undefined,
    }
  }

  connectToShadowDb(): Promise<SqlDriverAdapter> {
    return Promise.reject(new Error('Applying migrations takes no shadow database.'))
  }
}

/** Applies those of `migrations` that the database lacks, in one transaction. Rejects with PostgreSQL's error. */
export async function runMigrationsThroughEngine(
  databaseUrl: string,
  folder: string,
  migrations: readonly Migration[],
): Promise<void> {
  loaded ??= loadEngine()
  const { SchemaEngine } = await loaded
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 1, idleTimeoutMillis: 0 })
  const connection = new OneConnection(pool)
  try {
    await pool.query('BEGIN')
    const engine = await SchemaEngine.new(
      { datamodels: undefined },
      () => undefined,
      bindMigrationAwareSqlAdapterFactory(connection),
    )
    await engine
      .applyMigrations({
        migrationsList: {
          baseDir: folder,
          lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
          shadowDbInitScript: '',
          migrationDirectories: migrations.map(({ name, script }) => ({
            path: name,
            migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: script } },
          })),
        },
        filters: { externalTables: [], externalEnums: [] },
      })
      .catch((error: unknown) => {
        throw connection.failure ?? error
      })
    if (connection.failure) throw connection.failure
    await pool.query('COMMIT')
  } finally {
    // What was not committed is undone by the end of the connection.
    await pool.end()
  }
}
