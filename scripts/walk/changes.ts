/** Sees every row that is written, by triggers on all tables of a database that nobody else uses. */
import type pg from 'pg'

export interface Change {
  readonly table: string
  readonly row: string
}

export async function watchChanges(client: pg.Client): Promise<void> {
  await client.query(
    `CREATE TABLE walk_change (n bigserial PRIMARY KEY, tab text NOT NULL, line text NOT NULL)`,
  )
  await client.query(`
    CREATE FUNCTION walk_note() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN RETURN NULL; END IF;
      INSERT INTO public.walk_change (tab, line) VALUES (TG_TABLE_NAME,
        CASE TG_OP WHEN 'DELETE' THEN '-' || to_jsonb(OLD)::text ELSE '+' || to_jsonb(NEW)::text END);
      RETURN NULL;
    END $$`)
  const { rows } = await client.query<{ tablename: string }>(
    `SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename NOT LIKE '\\_%' AND tablename <> 'walk_change'`,
  )
  for (const { tablename } of rows)
    await client.query(
      `CREATE TRIGGER walk AFTER INSERT OR UPDATE OR DELETE ON "${tablename}" FOR EACH ROW EXECUTE FUNCTION walk_note()`,
    )
}

/** What was written since this was last asked. */
export async function changesSince(client: pg.Client): Promise<Change[]> {
  const { rows } = await client.query<{ tab: string; line: string }>(
    'WITH gone AS (DELETE FROM walk_change RETURNING n, tab, line) SELECT tab, line FROM gone ORDER BY n',
  )
  return rows.map(({ tab, line }) => ({ table: tab, row: line }))
}
