import { CourseEntity } from '../course/course.entity.ts';
import { EnrolmentEntity } from '../enrolment/enrolment.entity.ts';
import { LessonCompletionEntity } from '../enrolment/lesson-completion.entity.ts';
import { ChapterEntity } from '../outline/chapter.entity.ts';
import { LessonEntity } from '../outline/lesson.entity.ts';
import { CreateCourses1764000002000 } from './migrations/1764000002000-create-courses.ts';
import { CountCharactersAsPeopleDo1764000007000 } from './migrations/1764000007000-count-characters-as-people-do.ts';

export const entities = [CourseEntity, ChapterEntity, LessonEntity, EnrolmentEntity, LessonCompletionEntity];
export const migrations = [CreateCourses1764000002000, CountCharactersAsPeopleDo1764000007000];
