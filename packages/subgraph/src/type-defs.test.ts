import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { loadTypeDefs } from './type-defs.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'type-defs-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function write(path: string, text: string): Promise<void> {
  await mkdir(join(folder, path, '..'), { recursive: true });
  await writeFile(join(folder, path), text);
}

const load = () => loadTypeDefs(pathToFileURL(`${folder}/`));

describe('the SDL of a subgraph', () => {
  it('is every .graphql file below its folder, after the shared definitions', async () => {
    await write('course/course.graphql', 'type Course @key(fields: "id") { id: ID! openedAt: DateTime! }');
    await write('course/lesson/lesson.graphql', 'type Lesson { title: String! }');
    await write('query.graphql', 'type Query { course: Course lesson: Lesson }');
    await write('course/notes.txt', 'type Nonsense {');
    const typeDefs = load();
    const names = typeDefs.definitions.map((definition) =>
      'name' in definition && definition.name ? definition.name.value : definition.kind,
    );
    expect(names.slice(-3)).toEqual(['Course', 'Lesson', 'Query']);
    expect(names).toEqual(expect.arrayContaining(['SchemaExtension', 'DateTime', 'Decimal', 'Error', 'PageInfo']));
    const schema = buildSubgraphSchema({ typeDefs });
    expect(Object.keys(schema.getQueryType()?.getFields() ?? {})).toEqual(
      expect.arrayContaining(['course', 'lesson', '_entities', '_service']),
    );
  });

  it('names file, line and column of a syntax error', async () => {
    await write('course/course.graphql', 'type Course {\n  id: ID!\n  title String\n}');
    expect(load).toThrow(/Expected ":", found Name "String"/);
    try {
      load();
    } catch (error) {
      expect(String(error)).toContain(join(folder, 'course', 'course.graphql:3:9'));
    }
  });

  it('refuses an empty file by name, as it would hide a mistake', async () => {
    await write('empty.graphql', '');
    expect(load).toThrow(/Unexpected <EOF>/);
  });
});
