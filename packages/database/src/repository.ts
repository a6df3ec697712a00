import {
  type EntityManager,
  type EntityTarget,
  type FindOptionsWhere,
  In,
  LessThan,
  MoreThan,
  type ObjectLiteral,
} from 'typeorm';
import { groupedBy } from './grouped-by.ts';
import { selectPageOfEach } from './page-of-each.ts';

/** A page of a list that is ordered by id: `limit` rows after the id, or from the start. */
export interface IdPage<Id extends string> {
  readonly limit: number;
  readonly after: Id | null;
}

/** Restricts the rows of a page of each parent: SQL on the columns of the table, called `listed`, and its parameters. */
export interface PageFilter {
  readonly condition: string;
  readonly parameters: Readonly<Record<string, unknown>>;
}

/**
 * The statements that most tables need. Rows stay inside: everything takes and returns domain objects.
 * A repository adds its own statements, `save` among them, by hand.
 * @param toModel makes a plain domain object of a row
 * @example
 * export const exams = {
 *   ...repositoryOf(ExamEntity, toExam),
 *   async save(manager: EntityManager, exam: Exam): Promise<void> { … },
 * };
 */
export function repositoryOf<Row extends { id: string }, Model extends { readonly id: Row['id'] }>(
  entity: new () => Row,
  toModel: (row: Row) => Model,
) {
  type Id = Row['id'];
  type Where = FindOptionsWhere<Row>;
  const target: EntityTarget<Row> = entity;

  return {
    async find(manager: EntityManager, id: Id): Promise<Model | undefined> {
      const row = await manager.findOneBy(target, { id } as Where);
      return row ? toModel(row) : undefined;
    },

    /** Those of the objects that exist, in no order; one statement. */
    async findMany(manager: EntityManager, ids: readonly Id[]): Promise<Model[]> {
      return (await manager.findBy(target, { id: In([...ids]) } as unknown as Where)).map(toModel);
    },

    /** The object, locked until the transaction ends. */
    async lock(manager: EntityManager, id: Id): Promise<Model | undefined> {
      const row = await manager.findOne(target, { where: { id } as Where, lock: { mode: 'pessimistic_write' } });
      return row ? toModel(row) : undefined;
    },

    async insert(manager: EntityManager, model: Model): Promise<void> {
      await manager.insert(target, { ...model } as never);
    },

    async count(manager: EntityManager, where: Where): Promise<number> {
      return manager.countBy(target, where);
    },

    /** One more than the page, where there are as many; the newest first, or the oldest. */
    async findPage(
      manager: EntityManager,
      where: Where,
      page: IdPage<Id>,
      order: 'NEWEST_FIRST' | 'OLDEST_FIRST',
    ): Promise<Model[]> {
      const isDescending = order === 'NEWEST_FIRST';
      const after = page.after === null ? {} : { id: isDescending ? LessThan(page.after) : MoreThan(page.after) };
      const rows = await manager.find(target, {
        where: { ...where, ...after },
        order: { id: isDescending ? 'DESC' : 'ASC' } as never,
        take: page.limit + 1,
      });
      return rows.map(toModel);
    },

    /** The same page of each parent's objects, the oldest first, one more than the page of each; one statement. */
    async findPageOfEach<Parent extends keyof Row & string>(
      manager: EntityManager,
      parent: Parent,
      parents: readonly Row[Parent][],
      page: IdPage<Id>,
      filter: PageFilter = { condition: 'true', parameters: {} },
    ): Promise<Map<Row[Parent], Model[]>> {
      const { parentColumn } = columnsOf(manager, target, parent);
      const query = manager.createQueryBuilder(target, 'row').setParameters(filter.parameters);
      const { after, limit } = page;
      const of = { parentColumn, parents: parents as readonly string[], after, limit: limit + 1 };
      const rows = await selectPageOfEach(query, of, filter.condition).getMany();
      const groups = groupedBy(rows, (row) => row[parent]);
      return new Map([...groups].map(([key, some]) => [key, some.map(toModel)]));
    },

    /** How many objects each parent has; parents without any are left out. One statement. */
    async countOfEach<Parent extends keyof Row & string>(
      manager: EntityManager,
      parent: Parent,
      parents: readonly Row[Parent][],
    ): Promise<Map<Row[Parent], number>> {
      const { table, parentColumn } = columnsOf(manager, target, parent);
      const rows: { parent: Row[Parent]; count: string }[] = await manager.query(
        `SELECT "${parentColumn}" AS parent, count(*) FROM "${table}" WHERE "${parentColumn}" = ANY($1) GROUP BY 1`,
        [parents],
      );
      return new Map(rows.map(({ parent: key, count }) => [key, Number(count)]));
    },
  };
}

function columnsOf(manager: EntityManager, target: EntityTarget<ObjectLiteral>, property: string) {
  const metadata = manager.connection.getMetadata(target);
  const parentColumn = metadata.findColumnWithPropertyName(property)?.databaseName;
  if (!parentColumn) throw new Error(`${metadata.tableName} has no column for ${property}.`);
  return { table: metadata.tableName, parentColumn };
}
