import type { BaseContext } from '@lyceum/subgraph';
import type { CourseService } from './course/course.service.ts';
import type { EnrolmentService } from './enrolment/enrolment.service.ts';
import type { Loaders } from './loaders.ts';
import type { OutlineService } from './outline/outline.service.ts';

export interface Context extends BaseContext {
  readonly courses: CourseService;
  readonly outlines: OutlineService;
  readonly enrolments: EnrolmentService;
  readonly loaders: Loaders;
}
