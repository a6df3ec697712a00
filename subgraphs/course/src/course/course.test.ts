import { CourseId, newId, UserId } from '@lyceum/contracts';
import {
  type Course,
  createCourse,
  isStaff,
  maySee,
  publishCourse,
  statusOf,
  summaryLength,
  titleLength,
  updateCourse,
} from './course.ts';

const now = new Date('2026-09-01T08:00:00Z');
const instructorId = newId(UserId);
const draft: Course = {
  id: newId(CourseId),
  title: 'Algebra',
  summary: '',
  instructorId,
  version: 3,
  createdAt: now,
  publishedAt: null,
};

describe('createCourse', () => {
  it('creates a draft at version 1, with a trimmed title', () => {
    const text = { title: '  Algebra ', summary: 'Of *groups*' };
    const course = createCourse(text, draft.id, instructorId, now);
    expect(course).toEqual({ ...draft, summary: 'Of *groups*', version: 1 });
  });

  it.each([
    ['title', { title: ' \n', summary: '' }],
    ['title', { title: 'x'.repeat(titleLength.most + 1), summary: '' }],
    ['summary', { title: 'Algebra', summary: 'x'.repeat(summaryLength.most + 1) }],
  ])('names the field that is out of bounds: %s', (field, text) => {
    expect(createCourse(text, draft.id, instructorId, now)).toMatchObject({ outcome: 'INVALID', field });
  });
});

describe('updateCourse', () => {
  it('changes the given fields, and increments the version', () => {
    expect(updateCourse(draft, { summary: 'New' })).toEqual({ ...draft, summary: 'New', version: 4 });
    expect(updateCourse(draft, { title: 'Groups' })).toEqual({ ...draft, title: 'Groups', version: 4 });
  });

  it('enforces the bounds', () => {
    expect(updateCourse(draft, { title: '' })).toMatchObject({ outcome: 'INVALID', field: 'title' });
  });
});

describe('publishCourse', () => {
  it('opens a draft that has a lesson', () => {
    const published = publishCourse(draft, 1, now);
    expect(published).toEqual({ ...draft, version: 4, publishedAt: now });
    expect(statusOf(draft)).toBe('DRAFT');
    expect('outcome' in published || statusOf(published)).toBe('PUBLISHED');
  });

  it('refuses a draft without lessons', () => {
    expect(publishCourse(draft, 0, now)).toEqual({ outcome: 'WITHOUT_LESSONS' });
  });

  it('does not change a published course', () => {
    const published = { ...draft, publishedAt: now };
    expect(publishCourse(published, 1, new Date('2027-01-01T00:00:00Z'))).toBe(published);
  });
});

describe('a course', () => {
  const instructor = { userId: instructorId, role: 'INSTRUCTOR' } as const;
  const other = { userId: newId(UserId), role: 'INSTRUCTOR' } as const;
  const student = { userId: newId(UserId), role: 'STUDENT' } as const;
  const admin = { userId: newId(UserId), role: 'ADMIN' } as const;

  it('has its instructor and administrators as staff', () => {
    expect([instructor, other, student, admin].map((person) => isStaff(draft, person))).toEqual([
      true,
      false,
      false,
      true,
    ]);
  });

  it('is visible to its staff while a draft, and by everyone once published', () => {
    const published = { ...draft, publishedAt: now };
    expect([instructor, other, student, admin].map((person) => maySee(draft, person))).toEqual([
      true,
      false,
      false,
      true,
    ]);
    expect([instructor, other, student, admin].every((person) => maySee(published, person))).toBe(true);
  });
});
