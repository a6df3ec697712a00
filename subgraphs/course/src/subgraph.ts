import { defineSubgraph, loadTypeDefs } from '@lyceum/subgraph';
import type { Context } from './context.ts';
import { CourseService } from './course/course.service.ts';
import { entities, migrations } from './database/index.ts';
import { EnrolmentService } from './enrolment/enrolment.service.ts';
import { createLoaders } from './loaders.ts';
import { OutlineService } from './outline/outline.service.ts';
import { resolvers } from './resolvers.ts';

/** Courses, their outlines, and who takes them. */
export const course = defineSubgraph<Context>({
  name: 'course',
  typeDefs: loadTypeDefs(new URL('../src/', import.meta.url)),
  resolvers,
  entities,
  migrations,
  setup({ dataSource, outbox }) {
    const courses = new CourseService(dataSource, outbox);
    const outlines = new OutlineService(outbox);
    const enrolments = new EnrolmentService(dataSource, outbox);
    return {
      createContext: (base) => ({
        ...base,
        courses,
        outlines,
        enrolments,
        loaders: createLoaders(dataSource, base.viewer),
      }),
    };
  },
});
