import { defineSubgraph, loadTypeDefs } from '@lyceum/subgraph';
import { courseResolvers } from './course/course.resolvers.ts';
import { outlineResolvers } from './course/outline.resolvers.ts';
import { entities, migrations } from './database/index.ts';
import { enrolmentResolvers } from './enrolment/enrolment.resolvers.ts';
import { createLoaders } from './loaders.ts';
import { createServices } from './services.ts';

/** Courses, their outlines, and enrolments. */
export const course = defineSubgraph({
  name: 'course',
  port: 4002,
  typeDefs: loadTypeDefs(new URL('../src/', import.meta.url)),
  resolvers: [courseResolvers, outlineResolvers, enrolmentResolvers],
  entities,
  migrations,
  services: createServices,
  loaders: createLoaders,
});
