import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';

/** The same page of several parents' lists. */
export interface PageOfEach {
  /** The column with the parent's id. */
  readonly parentColumn: string;
  readonly parents: readonly string[];
  /** Only rows with a higher id; null starts at the beginning. */
  readonly after: string | null;
  /** Rows per parent. */
  readonly limit: number;
}

/**
 * Restricts a query to a page of each parent's rows, ordered by id: one statement for any number of parents.
 * @param condition SQL on columns of the table, aliased `listed`; its parameters are those of the query
 * @example selectPageOfEach(manager.createQueryBuilder(ExamEntity, 'exam'), { parentColumn: 'course_id', parents,
 * after, limit })
 */
export function selectPageOfEach<Row extends ObjectLiteral>(
  query: SelectQueryBuilder<Row>,
  { parentColumn, parents, after, limit }: PageOfEach,
  condition = 'true',
): SelectQueryBuilder<Row> {
  const table = query.escape(query.expressionMap.mainAlias?.metadata.tableName ?? '');
  return query
    .where(
      `${query.alias}.id IN (
        SELECT page.id FROM unnest(CAST(:pageParents AS uuid[])) AS parent(id)
        CROSS JOIN LATERAL (
          SELECT listed.id FROM ${table} AS listed
          WHERE listed.${query.escape(parentColumn)} = parent.id
            AND (CAST(:pageAfter AS uuid) IS NULL OR listed.id > CAST(:pageAfter AS uuid)) AND (${condition})
          ORDER BY listed.id LIMIT :pageLimit
        ) AS page
      )`,
      { pageParents: parents, pageAfter: after, pageLimit: limit },
    )
    .orderBy(`${query.alias}.id`);
}
