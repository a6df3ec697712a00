import type { Runtime } from '@lyceum/subgraph';
import { CourseService } from './course/course.service.ts';
import { OutlineService } from './course/outline.service.ts';
import { EnrolmentService } from './enrolment/enrolment.service.ts';

export function createServices(runtime: Runtime) {
  const { dataSource, outbox } = runtime;
  return {
    courseService: new CourseService(dataSource, outbox),
    outlineService: new OutlineService(outbox),
    enrolmentService: new EnrolmentService(dataSource, outbox),
  };
}
