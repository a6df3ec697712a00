import pg from 'pg';
import { databaseUrl } from '../database-url.ts';
import { type EntityClass, type MigrationClass, openDatabase } from '../open-database.ts';

export interface TemplateOptions {
  name: string;
  entities: readonly EntityClass[];
  migrations: readonly MigrationClass[];
  /** Of the migrations' text: a changed migration makes another template. */
  hash: string;
}

/**
 * Makes the migrated database that test databases are cloned from, unless it exists, and returns its name. Workers
 * take turns by an advisory lock. `is_template` is set last: without it a template is half made, and made anew.
 */
export async function ensureTemplate(client: pg.Client, serverUrl: string, options: TemplateOptions): Promise<string> {
  const template = `template_${options.name}_${options.hash}`;
  await client.query('SELECT pg_advisory_lock(hashtext($1))', [template]);
  try {
    if (!(await isComplete(client, template))) await make(client, serverUrl, template, options);
  } finally {
    await client.query('SELECT pg_advisory_unlock(hashtext($1))', [template]);
  }
  return template;
}

async function isComplete(client: pg.Client, template: string): Promise<boolean> {
  const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1 AND datistemplate', [template]);
  return rowCount === 1;
}

async function make(client: pg.Client, serverUrl: string, template: string, options: TemplateOptions): Promise<void> {
  const identifier = pg.escapeIdentifier(template);
  await client.query(`DROP DATABASE IF EXISTS ${identifier} WITH (FORCE)`);
  await client.query(`CREATE DATABASE ${identifier} TEMPLATE template0 ENCODING 'UTF8'`);
  const { name, entities, migrations } = options;
  const dataSource = await openDatabase({ url: databaseUrl(serverUrl, template), name, entities, migrations });
  await dataSource.destroy();
  await client.query(`ALTER DATABASE ${identifier} WITH IS_TEMPLATE true ALLOW_CONNECTIONS false`);
}
